package org.tanggap.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.MessageKey;

/**
 * An answer as a {@link MemoryStore} keeps it.
 *
 * @param settled the last attempt of which nothing is uncertain, nor of any before
 */
record KeptReply(
    NewReply reply,
    OutboxState state,
    long due,
    long claimedUntil,
    int attempts,
    int settled,
    int failures,
    @Nullable String sentAs,
    String note) {

  private static final long NOBODY = 0;

  static KeptReply of(NewReply reply) {
    long due = Millis.ceil(reply.due());
    return new KeptReply(reply, OutboxState.PENDING, due, NOBODY, 0, 0, 0, null, "");
  }

  boolean isDue(long now) {
    return state == OutboxState.PENDING && due <= now && claimedUntil <= now;
  }

  boolean isClaimed() {
    return state == OutboxState.PENDING && claimedUntil != NOBODY;
  }

  boolean isGivenUp() {
    return state == OutboxState.DEAD || state == OutboxState.BY_HAND;
  }

  boolean isEmpty() {
    return reply.text().isEmpty() && reply.photos().isEmpty() && state != OutboxState.PENDING;
  }

  /** Whether an attempt before the present one may have reached the vendor. */
  boolean mayBeSent() {
    return attempts - 1 > settled;
  }

  boolean wasSentAs(MessageKey key) {
    return key.externalId().equals(sentAs) && key.account().equals(reply.inReplyTo().account());
  }

  KeptReply claimed(long until) {
    return new KeptReply(reply, state, due, until, attempts + 1, settled, failures, sentAs, note);
  }

  KeptReply settled(Settlement end) {
    return new KeptReply(
        reply,
        end.state(),
        end.due() == null ? due : end.due(),
        NOBODY,
        attempts,
        end.certain() && !mayBeSent() ? attempts : settled,
        failures + (end.failed() ? 1 : 0),
        end.sentAs(),
        end.note());
  }

  /** As one that is not sent and has not failed. */
  KeptReply againAt(Instant at) {
    return new KeptReply(
        reply, OutboxState.PENDING, Millis.ceil(at), NOBODY, attempts, attempts, 0, null, note);
  }

  KeptReply noted(Commit.ReplyState what) {
    String why = what.state() == OutboxState.DEAD ? what.because() : note;
    return new KeptReply(
        reply, what.state(), due, claimedUntil, attempts, settled, failures, sentAs, why);
  }

  KeptReply emptied() {
    NewReply without =
        new NewReply(
            reply.id(),
            reply.complaint(),
            reply.inReplyTo(),
            reply.reporter(),
            "",
            List.of(),
            reply.due());
    OutboxState now = state == OutboxState.PENDING ? OutboxState.WITHDRAWN : state;
    return new KeptReply(without, now, due, NOBODY, attempts, settled, failures, sentAs, note);
  }

  StoredReply stored() {
    return new StoredReply(
        reply.id(),
        reply.complaint(),
        reply.inReplyTo().account(),
        state,
        Instant.ofEpochMilli(due),
        attempts,
        note);
  }
}
