package org.tanggap.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.desk.Change;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.store.Bookmark;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;

/**
 * One inbox over all accounts of a city.
 *
 * <pre>{@code
 * Inbox inbox = Inbox.of(desk, clock);
 * InboxItem item = inbox.list(InboxFilter.awaiting()).items().get(0);
 * Change claimed = inbox.claim(item.complaint(), officer);
 * if (claimed instanceof Change.Done done) {
 *   desk.change(done.complaint(), new Command.Answer("Kami periksa hari ini"), officer);
 * }
 * }</pre>
 *
 * <p>Two officers never answer the same citizen: a claim keeps others away, and of two who claim in
 * the same instant the store takes one. Thread-safe, as the desk is.
 */
public final class Inbox {

  private static final Duration CLAIM = Duration.ofMinutes(15);
  private static final int PAGE = 200;
  private static final int PAGES = 25;

  private final FeedbackDesk desk;
  private final InstantSource clock;

  private Inbox(FeedbackDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The inbox of a desk.
   *
   * @param desk the desk
   * @param clock tells the time
   * @return the inbox
   */
  public static Inbox of(FeedbackDesk desk, InstantSource clock) {
    return new Inbox(Objects.requireNonNull(desk, "desk"), Objects.requireNonNull(clock, "clock"));
  }

  /**
   * A page of items. At most 5,000 open complaints are looked at for one page; if there are more,
   * it may be shorter than asked for, and {@link InboxPage#end} leads on.
   *
   * @param filter which ones
   * @return the page
   */
  public InboxPage list(InboxFilter filter) {
    Instant now = clock.instant();
    List<InboxItem> items = new ArrayList<>();
    Bookmark end = filter.after();
    for (int page = 0; page < PAGES; page++) {
      ComplaintPage some =
          desk.list(ComplaintQuery.open().by(ComplaintQuery.Order.LATEST).after(end).limit(PAGE));
      for (Complaint complaint : some.complaints()) {
        if (items.size() == filter.limit()) {
          return new InboxPage(items, end);
        }
        end = new Bookmark(0, complaint.id());
        if (isWanted(complaint, filter)) {
          items.add(item(complaint, now));
        }
      }
      if (some.complaints().size() < PAGE) {
        return new InboxPage(items, null);
      }
    }
    return new InboxPage(items, end);
  }

  private static boolean isWanted(Complaint complaint, InboxFilter filter) {
    Heard heard = Heard.in(complaint);
    return (filter.accounts().isEmpty() || filter.accounts().contains(heard.account()))
        && (!filter.awaitingOnly() || heard.awaitsAnswer());
  }

  private InboxItem item(Complaint complaint, Instant now) {
    Heard heard = Heard.in(complaint);
    return new InboxItem(
        complaint,
        heard.account(),
        heard.at(),
        heard.awaitsAnswer(),
        desk.permission(complaint),
        complaint.findClaim(now).orElse(null));
  }

  /** When and by which account a citizen last wrote, and whether an answer came after it. */
  private record Heard(AccountId account, Instant at, boolean awaitsAnswer) {

    static Heard in(Complaint complaint) {
      Heard heard =
          new Heard(complaint.received().message().account(), complaint.received().at(), true);
      for (ComplaintEvent event : complaint.history()) {
        if (event instanceof ComplaintEvent.MessageAdded added) {
          AccountId account = added.message() == null ? heard.account() : added.message().account();
          heard = new Heard(account, added.at(), true);
        } else if (Lifecycle.tellsCitizen(event)) {
          heard = new Heard(heard.account(), heard.at(), false);
        }
      }
      return heard;
    }
  }

  /**
   * Takes a complaint for a quarter of an hour, so that nobody else answers it.
   *
   * @param seen the complaint as the officer saw it
   * @param officer who answers
   * @return {@link Change.Done}; {@link Change.Refused} if somebody else has it; {@link
   *     Change.Outdated} if it has changed since
   */
  public Change claim(Complaint seen, Actor officer) {
    return desk.change(seen, new Command.Claim(CLAIM), officer);
  }

  /**
   * Gives a complaint back.
   *
   * @param seen the complaint as the officer saw it
   * @param officer who had it
   * @return what became of it
   */
  public Change release(Complaint seen, Actor officer) {
    return desk.change(seen, new Command.Release(), officer);
  }
}
