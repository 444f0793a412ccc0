package org.tanggap.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Decision;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.desk.Change;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.MemoryStore;

class InboxTest {

  private static final AccountId X = AccountId.of("x", "@PoskoDPUDKI");
  private static final AccountId SMS = AccountId.of("sms", "1708");
  private static final Actor SARI = Actor.officer("sari");
  private static final Actor TONO = Actor.officer("tono");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T02:00:00Z"));
  private final FeedbackDesk desk =
      FeedbackDesk.builder()
          .jurisdictions(place -> Jakarta.routed(Jakarta.TEBET_TIMUR))
          .responsibilities(
              Responsibilities.builder()
                  .rule(Category.of("road"), "31.74", new Unit("bm", "Sudin Bina Marga"))
                  .build())
          .sla(SlaPolicy.resolveWithin(Budget.hours(72)))
          .store(new MemoryStore())
          .clock(now::get)
          .build();
  private final Inbox inbox = Inbox.of(desk, now::get);

  private Complaint comes(AccountId account, String id, String text) {
    now.updateAndGet(before -> before.plusSeconds(60));
    return desk.receive(
            new MessageKey(account, id), Report.of(text).withCategory(Category.of("road.pothole")))
        .getComplaint();
  }

  private static Complaint done(Change change) {
    assertThat(change).isInstanceOf(Change.Done.class);
    return ((Change.Done) change).complaint();
  }

  @Test
  void one_inbox_shows_what_came_by_all_accounts_the_latest_first() {
    Complaint first = comes(X, "1", "Jalan berlubang");
    Complaint second = comes(SMS, "1", "Jalan rusak");

    assertThat(inbox.list(InboxFilter.awaiting()).items())
        .extracting(it -> it.complaint().id())
        .containsExactly(second.id(), first.id());
    assertThat(inbox.list(InboxFilter.awaiting().of(Set.of(X))).items())
        .extracting(InboxItem::account)
        .containsExactly(X);
  }

  @Test
  void what_is_answered_leaves_the_inbox_and_comes_back_when_the_citizen_writes_again() {
    Complaint complaint = comes(X, "1", "Jalan berlubang");
    Complaint answered = done(desk.change(complaint, new Command.Answer("Kami periksa"), SARI));

    assertThat(inbox.list(InboxFilter.awaiting()).items()).isEmpty();
    assertThat(inbox.list(InboxFilter.open()).items()).hasSize(1);
    done(
        desk.change(
            answered,
            new Command.AddMessage(new MessageKey(X, "2"), "Kapan?", List.of()),
            Actor.reporter()));
    assertThat(inbox.list(InboxFilter.awaiting()).items()).hasSize(1);
  }

  @Test
  void two_officers_never_answer_the_same_citizen() {
    Complaint seen = comes(X, "1", "Jalan berlubang");
    Complaint claimed = done(inbox.claim(seen, SARI));

    assertThat(inbox.list(InboxFilter.awaiting()).items().get(0).findClaim())
        .get()
        .satisfies(claim -> assertThat(claim.officer()).isEqualTo(SARI));
    assertThat(inbox.claim(seen, TONO))
        .as("seen before the claim")
        .isNotInstanceOf(Change.Done.class);
    assertThat(obstacle(inbox.claim(claimed, TONO))).isEqualTo(Decision.Obstacle.CLAIMED);
    assertThat(obstacle(desk.change(claimed, new Command.Answer("Saya juga"), TONO)))
        .isEqualTo(Decision.Obstacle.CLAIMED);
    done(desk.change(claimed, new Command.Answer("Kami periksa"), SARI));
  }

  private static Decision.Obstacle obstacle(Change change) {
    assertThat(change).isInstanceOf(Change.Refused.class);
    return ((Change.Refused) change).refusal().obstacle();
  }

  @Test
  void a_claim_ends_by_itself_by_giving_back_and_by_the_answer() {
    Complaint claimed = done(inbox.claim(comes(X, "1", "Jalan berlubang"), SARI));
    now.updateAndGet(before -> before.plus(Duration.ofMinutes(15)));
    Complaint tonos = done(inbox.claim(claimed, TONO));
    Complaint free = done(inbox.release(tonos, TONO));
    Complaint saris = done(inbox.claim(free, SARI));
    Complaint answered = done(desk.change(saris, new Command.Answer("Sudah"), SARI));

    done(desk.change(answered, new Command.Answer("Tambahan"), TONO));
  }

  @Test
  void many_items_come_in_pages_that_neither_skip_nor_repeat() {
    for (int i = 0; i < 450; i++) {
      comes(i % 3 == 0 ? X : SMS, "m-" + i, "Laporan " + i);
    }
    List<String> seen = new ArrayList<>();
    InboxFilter filter = InboxFilter.awaiting().of(Set.of(X)).limit(40);
    InboxPage page = inbox.list(filter);
    while (true) {
      page.items().forEach(item -> seen.add(item.complaint().received().text()));
      if (page.end() == null) {
        break;
      }
      page = inbox.list(filter.after(page.end()));
    }

    assertThat(seen).hasSize(150).doesNotHaveDuplicates();
  }

  @Test
  void an_item_says_whether_it_can_be_answered_here() {
    comes(X, "1", "Jalan berlubang");

    assertThat(inbox.list(InboxFilter.awaiting()).items().get(0).permission())
        .isInstanceOf(ReplyPermission.ByHand.class);
  }

  @Test
  void who_answered_what_can_be_read_off_a_complaint() {
    Complaint complaint = comes(X, "1", "Jalan berlubang");
    Complaint asked = done(desk.change(complaint, new Command.Ask("Di mana?"), SARI));
    Complaint resolved = done(desk.change(asked, new Command.Resolve("Sudah", List.of()), TONO));

    assertThat(GivenAnswer.list(resolved))
        .extracting(GivenAnswer::by, GivenAnswer::account)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(SARI, X),
            org.assertj.core.groups.Tuple.tuple(TONO, X));
  }

  private static AnswerTemplates templates(String json) {
    return AnswerTemplates.parse(
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), ZoneId.of("Asia/Jakarta"));
  }

  @Test
  void the_most_closely_meant_template_comes_first_and_is_filled() {
    AnswerTemplates templates =
        templates(
            "{'templates': ["
                + "{'id': 'any', 'text': 'Terima kasih.'},"
                + "{'id': 'road', 'category': 'road', 'text': 'Jalan.'},"
                + "{'id': 'road-assigned', 'category': 'road', 'status': ['ASSIGNED'],"
                + " 'text': '{area}: {unit}, paling lambat {due} ({category}, {number})'},"
                + "{'id': 'flood', 'category': 'flood', 'text': 'Banjir.'}]}");
    Complaint complaint = comes(X, "1", "Jalan berlubang");

    List<AnswerTemplate> fitting = templates.list(complaint);

    assertThat(fitting)
        .extracting(AnswerTemplate::id)
        .containsExactly("road-assigned", "road", "any");
    assertThat(templates.fill(fitting.get(0), complaint, desk.clocks(complaint)))
        .isEqualTo(
            "Tebet Timur: Sudin Bina Marga, paling lambat 25-11-2026 09:01 (road.pothole, "
                + complaint.id()
                + ")");
  }

  @Test
  void all_faults_of_templates_are_found_at_once() {
    org.assertj.core.api.Assertions.assertThatExceptionOfType(TemplatesException.class)
        .isThrownBy(
            () ->
                templates(
                    "{'templates': [{'id': 'a', 'text': 'Halo {nama}'}, {'id': 'a'},"
                        + " {'category': 'Jalan Raya', 'status': 'SELESAI', 'text': 'x', 'txt': 1}]}"))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        "templates[0] a: nothing fills {nama}; there are area, category, due,"
                            + " number, unit",
                        "templates[1] a: text is missing",
                        "templates[1]: id a is there twice",
                        "templates[2]: txt is unknown",
                        "templates[2]: id is missing",
                        "templates[2]: category Jalan Raya is none",
                        "templates[2]: status SELESAI is none"));
  }
}
