package org.tanggap.testkit;

import java.util.Set;
import org.tanggap.store.Commit;

/** Commits with something missing. */
final class CommitCopy {

  /** What a commit is made of. */
  enum Part {
    COMPLAINTS,
    MESSAGES,
    REPORTERS,
    REPLIES,
    LEFT_OUT,
    IDENTITIES,
    WISHES,
    REPLY_STATES,
    FETCHES,
    FETCHED,
    CURSOR
  }

  private CommitCopy() {}

  static Commit without(Commit commit, Part... parts) {
    Set<Part> missing = Set.of(parts);
    Commit copy = new Commit();
    for (Part part : Part.values()) {
      if (!missing.contains(part)) {
        copy(part, commit, copy);
      }
    }
    return copy;
  }

  private static void copy(Part part, Commit from, Commit to) {
    switch (part) {
      case COMPLAINTS ->
          from.appends()
              .forEach(add -> to.append(add.complaint(), add.expectedVersion(), add.watch()));
      case MESSAGES -> from.messages().forEach(to::message);
      case REPORTERS -> from.reporters().forEach(to::reporter);
      case REPLIES -> from.replies().forEach(to::reply);
      case LEFT_OUT -> from.leftOut().forEach(to::leftOut);
      case IDENTITIES -> from.identities().forEach(it -> to.identity(it.former(), it.person()));
      case WISHES -> from.answersWanted().forEach(to::answersWanted);
      case REPLY_STATES ->
          from.replyStates().forEach(it -> to.replyState(it.reply(), it.state(), it.because()));
      case FETCHES -> from.fetches().forEach(to::fetch);
      case FETCHED -> from.fetched().forEach(to::fetched);
      case CURSOR -> copyCursor(from, to);
    }
  }

  private static void copyCursor(Commit from, Commit to) {
    Commit.CursorMove move = from.cursor();
    if (move != null) {
      to.cursor(move.account(), move.from(), move.to());
    }
  }
}
