package org.tanggap.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Lifecycle;

/**
 * Who answered what.
 *
 * @param complaint the complaint
 * @param account the account by which the citizen was answered
 * @param by the officer
 * @param at when
 * @param event what was told: an answer, a question, an outcome
 */
public record GivenAnswer(
    ComplaintId complaint, AccountId account, Actor by, Instant at, ComplaintEvent event) {

  public GivenAnswer {
    Objects.requireNonNull(complaint, "complaint");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(event, "event");
  }

  /**
   * The answers that were given to a complaint.
   *
   * @param complaint a complaint
   * @return what officers told the citizen, in order
   */
  public static List<GivenAnswer> list(Complaint complaint) {
    List<GivenAnswer> answers = new ArrayList<>();
    AccountId account = complaint.received().message().account();
    for (ComplaintEvent event : complaint.history()) {
      if (event instanceof ComplaintEvent.MessageAdded added && added.message() != null) {
        account = added.message().account();
      } else if (Lifecycle.tellsCitizen(event) && event.by().kind() == Actor.Kind.OFFICER) {
        answers.add(new GivenAnswer(complaint.id(), account, event.by(), event.at(), event));
      }
    }
    return answers;
  }
}
