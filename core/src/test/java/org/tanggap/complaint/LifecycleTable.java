package org.tanggap.complaint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where each command leads from each status, and who may give it: written out for a reader. */
final class LifecycleTable {

  /**
   * The status after each command if nothing stands in the way; {@code =} is the same status,
   * {@code .} no move from here. REOPENED is ASSIGNED, VERIFIED or RECEIVED: the last one of these
   * that it was. ANSWERED is the status before it had to wait.
   */
  private static final String MOVES =
      """
      command         RECEIVED  VERIFIED  ASSIGNED  FORWARDED REFERRED  IN_WORK   WAITING   SCHEDULED CHECKING  RESOLVED  DISPUTED  REJECTED  CLARIFIED CLOSED    MERGED
      Verify          VERIFIED  .         =         =         =         =         .         =         .         .         .         .         .         .         .
      Assign          ASSIGNED  ASSIGNED  .         .         .         ASSIGNED  ASSIGNED  ASSIGNED  .         .         ASSIGNED  .         .         .         .
      Forward         .         .         FORWARDED FORWARDED FORWARDED FORWARDED FORWARDED FORWARDED .         .         FORWARDED .         .         .         .
      Refer           .         .         REFERRED  REFERRED  REFERRED  REFERRED  REFERRED  REFERRED  .         .         REFERRED  .         .         .         .
      StartWork       IN_WORK   IN_WORK   IN_WORK   IN_WORK   IN_WORK   .         IN_WORK   IN_WORK   .         .         IN_WORK   .         .         .         .
      Ask             WAITING   WAITING   WAITING   WAITING   WAITING   WAITING   WAITING   WAITING   .         .         WAITING   .         .         .         .
      AddMessage      =         =         =         =         =         =         ANSWERED  =         =         =         =         =         =         =         .
      DeleteMessage   =         =         =         =         =         =         =         =         =         =         =         =         =         =         =
      Claim           =         =         =         =         =         =         =         =         =         =         =         =         =         =         .
      Release         =         =         =         =         =         =         =         =         =         =         =         =         =         =         .
      Answer          =         =         =         =         =         =         =         =         =         =         =         =         =         =         .
      Note            =         =         =         =         =         =         =         =         =         =         =         =         =         =         =
      Schedule        SCHEDULED SCHEDULED SCHEDULED SCHEDULED SCHEDULED SCHEDULED SCHEDULED SCHEDULED .         .         SCHEDULED .         .         .         .
      Resolve         RESOLVED  RESOLVED  RESOLVED  RESOLVED  RESOLVED  RESOLVED  RESOLVED  RESOLVED  .         .         RESOLVED  .         .         .         .
      PassCheck       .         .         .         .         .         .         .         .         RESOLVED  .         .         .         .         .         .
      FailCheck       .         .         .         .         .         .         .         .         IN_WORK   .         .         .         .         .         .
      Reject          REJECTED  REJECTED  REJECTED  REJECTED  REJECTED  REJECTED  REJECTED  REJECTED  .         .         REJECTED  .         .         .         .
      Clarify         CLARIFIED CLARIFIED CLARIFIED CLARIFIED CLARIFIED CLARIFIED CLARIFIED CLARIFIED .         .         CLARIFIED .         .         .         .
      Confirm         .         .         .         .         .         .         .         .         .         CLOSED    .         CLOSED    CLOSED    .         .
      Dispute         .         .         .         .         .         .         .         .         .         DISPUTED  .         DISPUTED  DISPUTED  .         .
      Reopen          .         .         .         .         .         .         .         .         .         REOPENED  REOPENED  REOPENED  REOPENED  REOPENED  REOPENED
      Close           .         .         .         .         .         .         .         .         .         CLOSED    .         CLOSED    CLOSED    .         .
      Merge           MERGED    MERGED    MERGED    MERGED    MERGED    MERGED    MERGED    MERGED    MERGED    .         MERGED    .         .         .         .
      Follow          =         =         =         =         =         =         =         =         =         =         =         =         =         =         .
      ChangePriority  =         =         =         =         =         =         =         =         =         .         =         .         .         .         .
      ChangeCategory  =         =         =         =         =         =         =         =         =         =         =         =         =         =         .
      """;

  private static final String ACTORS =
      """
      command         REPORTER  FOLLOWER  OFFICER   SYSTEM
      Verify          .         .         may       may
      Assign          .         .         may       may
      Forward         .         .         may       may
      Refer           .         .         may       may
      StartWork       .         .         may       may
      Ask             .         .         may       may
      AddMessage      may       may       may       may
      DeleteMessage   may       may       may       may
      Claim           .         .         may       .
      Release         .         .         may       .
      Answer          .         .         may       may
      Note            .         .         may       may
      Schedule        .         .         may       may
      Resolve         .         .         may       may
      PassCheck       .         .         may       .
      FailCheck       .         .         may       .
      Reject          .         .         may       may
      Clarify         .         .         may       may
      Confirm         may       .         may       .
      Dispute         may       may       may       .
      Reopen          .         .         may       may
      Close           .         .         may       may
      Merge           .         .         may       may
      Follow          .         may       may       may
      ChangePriority  .         .         may       may
      ChangeCategory  .         .         may       may
      """;

  private static final Map<String, Map<String, String>> MOVE = read(MOVES);
  private static final Map<String, Map<String, String>> ACTOR = read(ACTORS);

  private LifecycleTable() {}

  private static Map<String, Map<String, String>> read(String table) {
    List<List<String>> rows = new ArrayList<>();
    table.lines().forEach(line -> rows.add(List.of(line.split(" +"))));
    Map<String, Map<String, String>> cells = new HashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, String> named = new HashMap<>();
      for (int i = 1; i < row.size(); i++) {
        named.put(rows.get(0).get(i), row.get(i));
      }
      cells.put(row.get(0), named);
    }
    return cells;
  }

  static Set<String> commands() {
    return new TreeSet<>(MOVE.keySet());
  }

  static boolean isFor(Actor.Kind actor, String command) {
    return cell(ACTOR, command, actor.name()).equals("may");
  }

  /** The cell of a move, a name of a status or one of the two words; nothing if it is none. */
  static Optional<String> move(String command, Status from) {
    String cell = cell(MOVE, command, column(from));
    return cell.equals(".")
        ? Optional.empty()
        : Optional.of(cell.equals("=") ? column(from) : cell);
  }

  /** The names of the commands that the two tables give to an actor. */
  static Set<String> moves(Status from, Actor.Kind actor) {
    Set<String> moves = new TreeSet<>(commands());
    moves.removeIf(command -> !isFor(actor, command) || move(command, from).isEmpty());
    return moves;
  }

  static String column(Status status) {
    return status == Status.WAITING_FOR_REPORTER ? "WAITING" : status.name();
  }

  private static String cell(Map<String, Map<String, String>> table, String row, String column) {
    return Objects.requireNonNull(Objects.requireNonNull(table.get(row), row).get(column), column);
  }
}
