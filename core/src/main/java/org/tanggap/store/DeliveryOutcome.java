package org.tanggap.store;

import java.time.Instant;
import org.tanggap.channel.SentReply;

/** How the delivery of an answer ended. */
public sealed interface DeliveryOutcome {

  /**
   * Where the answer stands after it.
   *
   * @return the state
   */
  OutboxState state();

  /**
   * Why, without the citizen's words.
   *
   * @return one sentence; empty if the vendor has taken it
   */
  String because();

  /**
   * The vendor has taken it.
   *
   * @param as the vendor's id for it: from then on known as a message of ours
   */
  record Sent(SentReply as) implements DeliveryOutcome {

    @Override
    public OutboxState state() {
      return OutboxState.SENT;
    }

    @Override
    public String because() {
      return "";
    }
  }

  /**
   * A person has to answer.
   *
   * @param because one sentence for the officer
   */
  record ByHand(String because) implements DeliveryOutcome {

    @Override
    public OutboxState state() {
      return OutboxState.BY_HAND;
    }
  }

  /**
   * It is to be tried again.
   *
   * @param at when
   * @param because what went wrong
   */
  record Retry(Instant at, String because) implements DeliveryOutcome {

    @Override
    public OutboxState state() {
      return OutboxState.PENDING;
    }
  }

  /**
   * It has to wait for a limit, and that is no failure.
   *
   * @param at until when
   * @param because what limits it
   */
  record Postponed(Instant at, String because) implements DeliveryOutcome {

    @Override
    public OutboxState state() {
      return OutboxState.PENDING;
    }
  }

  /**
   * Nobody knows whether the vendor has taken it. It is to be tried again, as one that may be sent.
   *
   * @param at when
   * @param because what went wrong
   */
  record Unconfirmed(Instant at, String because) implements DeliveryOutcome {

    @Override
    public OutboxState state() {
      return OutboxState.PENDING;
    }
  }

  /**
   * It is given up.
   *
   * @param because what went wrong
   */
  record Dead(String because) implements DeliveryOutcome {

    @Override
    public OutboxState state() {
      return OutboxState.DEAD;
    }
  }
}
