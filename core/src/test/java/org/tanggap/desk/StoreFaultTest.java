package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.calendar.WorkingCalendar;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Reply;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Follower;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Priority;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Budget;
import org.tanggap.sla.Escalation;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.sla.SlaRule;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.MemoryStore;
import org.tanggap.store.OutboxState;
import org.tanggap.store.StoreException;

/**
 * In each of twenty scenarios the store fails once, before or after each of its calls; whoever was
 * cut off looks again and does the rest, and in the end everything is as if nothing had failed.
 */
class StoreFaultTest extends DeskTests {

  private static final Actor OFFICER = Actor.officer("officer-7");
  private static final Assignment DINAS =
      new Assignment(new Unit("dinas-bm", "Dinas Bina Marga"), "It has the machines.");
  private static final Follower FOLLOWER =
      new Follower(new MessageKey(AccountId.of("fake", "one"), "f-1"), null);

  /** Fails at the n-th step; a call has two, one before it and one after. */
  private static final class Faulty extends ForwardingStore {

    private final int faultAt;
    private int steps;

    Faulty(ComplaintStore store, int faultAt) {
      super(store);
      this.faultAt = faultAt;
    }

    @Override
    void step() {
      if (++steps == faultAt) {
        throw new StoreException("fault at step " + faultAt, null);
      }
    }
  }

  @BeforeEach
  void two_pages_wait() {
    channel.pages.add(List.of(channel.message("m-1", "Satu"), channel.message("m-2", "Dua")));
    channel.pages.add(
        List.of(
            channel.message("m-3", "Tiga"),
            channel.message("m-1", "Satu"),
            new ChannelMessage.Malformed("line 7", "no JSON")));
  }

  static Stream<Arguments> scenarios() {
    Map<String, BiConsumer<StoreFaultTest, FeedbackDesk>> all = new LinkedHashMap<>();
    all.put("a report", (test, desk) -> test.pothole(desk));
    all.put("a report under a key that another message had", StoreFaultTest::conflict);
    all.put("two pages of a feed", (test, desk) -> test.pollAll(desk));
    all.put("an answer", act(new Command.Answer("Kami periksa")));
    all.put("a question and its answer", StoreFaultTest::ask);
    all.put("a note", act(new Command.Note("Lihat berkas")));
    all.put("a verification", act(new Command.Verify()));
    all.put("a forwarding", act(new Command.Forward(DINAS, Handover.NOT_OURS, "Jalan provinsi")));
    all.put("a referral", act(new Command.Refer(DINAS, "Perlu alat berat")));
    all.put("work", act(new Command.StartWork(), new Command.Resolve("Sudah", List.of())));
    all.put("a plan", act(new Command.Schedule(LocalDate.of(2027, 3, 31), "Dianggarkan")));
    all.put("a rejection", act(new Command.Reject("Bukan jalan kota")));
    all.put("a clarification", act(new Command.Clarify("Foto lama")));
    all.put("another urgency", act(new Command.ChangePriority(Priority.URGENT, "Anak jatuh")));
    all.put("another category", act(new Command.ChangeCategory(Category.of("flood"), "Genangan")));
    all.put(
        "followers who hear of the outcome",
        act(new Command.Follow(FOLLOWER), new Command.Resolve("Sudah", List.of())));
    all.put("a dispute", StoreFaultTest::dispute);
    all.put("a merging", StoreFaultTest::merge);
    all.put("a missed deadline", StoreFaultTest::missDeadline);
    all.put("an erasure", StoreFaultTest::erase);
    return all.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void after_a_fault_at_any_call_it_ends_as_if_nothing_had_failed(
      String name, BiConsumer<StoreFaultTest, FeedbackDesk> scenario) {
    Instant begin = clock.instant();
    Faulty counting = new Faulty(new MemoryStore(), Integer.MAX_VALUE);
    run(scenario, counting);
    int steps = counting.steps;
    String expected = picture(counting);
    assertThat(steps).as("the scenario reaches the store").isGreaterThan(5);

    for (int faultAt = 1; faultAt <= steps; faultAt++) {
      clock.set(begin);
      channel.sent.clear();
      ComplaintStore keeper = new MemoryStore();
      boolean failed = false;
      try {
        run(scenario, new Faulty(keeper, faultAt));
      } catch (StoreException e) {
        failed = true;
      }
      assertThat(failed).as("the fault at step %s reaches the caller", faultAt).isTrue();

      clock.move(Duration.ofMinutes(5));
      run(scenario, keeper);

      assertThat(picture(keeper)).as("after a fault at step %s", faultAt).isEqualTo(expected);
      assertThat(channel.sent.stream().map(Reply::id).distinct().count())
          .as("answers sent, each perhaps twice, after a fault at step %s", faultAt)
          .isEqualTo(keeper.countReplies().getOrDefault(OutboxState.SENT, 0L));
    }
  }

  private void run(BiConsumer<StoreFaultTest, FeedbackDesk> scenario, ComplaintStore keeper) {
    FeedbackDesk desk =
        parts(keeper)
            .sla(
                SlaPolicy.builder(WorkingCalendar.alwaysOpen(ZoneId.of("Asia/Jakarta")))
                    .rule(SlaRule.always().resolve(Budget.hours(72)))
                    .warnAt(0.5)
                    .escalate(Escalation.atBreach("camat"))
                    .build())
            .receipts((complaint, clocks) -> "Diterima")
            .build();
    scenario.accept(this, desk);
    desk.deliver(100);
  }

  /** Everything that counts, without ids and times. */
  private String picture(ComplaintStore keeper) {
    List<String> lines = new ArrayList<>();
    for (Complaint complaint : keeper.list(ComplaintQuery.all()).complaints()) {
      lines.add(
          complaint.received().text()
              + " "
              + complaint.status()
              + " "
              + complaint.history().stream().map(it -> it.getClass().getSimpleName()).toList());
    }
    lines.sort(null);
    return lines
        + "\n"
        + new TreeMap<>(keeper.countReplies())
        + keeper.findCursor(channel.account())
        + keeper.listLeftOut(10).stream().map(it -> it.where()).toList();
  }

  private Complaint pothole(FeedbackDesk desk) {
    MessageKey key = channel.key("m-0");
    Report report =
        Report.of("Jalan berlubang")
            .withCategory(ROAD)
            .withPlace(-6.2263, 106.8583)
            .withReporter(new Reporter("+62812", "Budi"));
    desk.receive(key, report);
    return named(desk, "Jalan berlubang");
  }

  private static Complaint named(FeedbackDesk desk, String text) {
    return desk.list(ComplaintQuery.all()).complaints().stream()
        .filter(complaint -> complaint.received().text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private void conflict(FeedbackDesk desk) {
    pothole(desk);
    desk.receive(channel.key("m-0"), Report.of("Lain"));
  }

  private void pollAll(FeedbackDesk desk) {
    while (desk.poll().get(0).hasMore()) {
      // the next page
    }
  }

  private static BiConsumer<StoreFaultTest, FeedbackDesk> act(Command... commands) {
    return (test, desk) -> {
      test.pothole(desk);
      for (Command command : commands) {
        once(desk, named(desk, "Jalan berlubang"), command, OFFICER);
      }
    };
  }

  /** Does what has not been done yet, as somebody who looks before acting. */
  private static void once(FeedbackDesk desk, Complaint complaint, Command command, Actor by) {
    Class<? extends ComplaintEvent> kind = command.event(complaint.changed(), by).getClass();
    if (complaint.history().stream().noneMatch(kind::isInstance)) {
      assertThat(desk.change(complaint, command, by)).isInstanceOf(Change.Done.class);
    }
  }

  private void ask(FeedbackDesk desk) {
    once(desk, pothole(desk), new Command.Ask("Di mana?"), OFFICER);
    Command answer = new Command.AddMessage(channel.key("m-9"), "Depan pasar", List.of());
    once(desk, named(desk, "Jalan berlubang"), answer, Actor.reporter());
  }

  private void dispute(FeedbackDesk desk) {
    once(desk, pothole(desk), new Command.Resolve("Sudah", List.of()), OFFICER);
    Command dispute = new Command.Dispute("Masih berlubang");
    once(desk, named(desk, "Jalan berlubang"), dispute, Actor.reporter());
  }

  private void merge(FeedbackDesk desk) {
    pothole(desk);
    desk.receive(channel.key("m-8"), Report.of("Lubang besar").withCategory(ROAD));
    Command merge = new Command.Merge(named(desk, "Jalan berlubang"), "Sudah dilaporkan");
    once(desk, named(desk, "Lubang besar"), merge, OFFICER);
    Command resolve = new Command.Resolve("Sudah", List.of());
    once(desk, named(desk, "Jalan berlubang"), resolve, OFFICER);
  }

  private void missDeadline(FeedbackDesk desk) {
    pothole(desk);
    clock.move(Duration.ofHours(73));
    desk.checkDeadlines(10);
  }

  private void erase(FeedbackDesk desk) {
    ReporterId person = pothole(desk).received().reporter();
    desk.erase(Objects.requireNonNull(person), ReporterFile.Words.KEPT);
  }
}
