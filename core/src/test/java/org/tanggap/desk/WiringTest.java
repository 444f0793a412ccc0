package org.tanggap.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Report;
import org.tanggap.store.ComplaintQuery;

class WiringTest extends DeskTests {

  @Test
  void a_desk_that_lacks_parts_names_all_of_them() {
    FeedbackDeskBuilder empty = FeedbackDesk.builder();

    assertThatIllegalStateException()
        .isThrownBy(empty::build)
        .withMessage("the desk lacks: jurisdictions, sla, store");
  }

  @Test
  void an_account_is_connected_once() {
    FeedbackDeskBuilder parts = parts(store);
    FakeChannel same = new FakeChannel("one");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> parts.channel(same))
        .withMessage("fake:one is connected already");
  }

  @Test
  void a_desk_closes_its_channels_and_leaves_the_store_open() {
    boolean[] storeClosed = {false};
    ForwardingStore keeper =
        new ForwardingStore(store) {
          @Override
          public void close() {
            storeClosed[0] = true;
          }
        };

    parts(keeper).build().close();

    assertThat(channel.closed).isTrue();
    assertThat(storeClosed[0]).isFalse();
  }

  @Test
  void a_listener_is_told_what_was_stored_with_its_news_and_nothing_else() {
    List<DeskEvent.ComplaintStored> told = new ArrayList<>();
    FeedbackDesk desk =
        parts(store)
            .listener(
                event -> {
                  if (event instanceof DeskEvent.ComplaintStored stored) {
                    assertThat(store.find(stored.complaint().id()).orElseThrow().version())
                        .as("stored before it is told")
                        .isEqualTo(stored.complaint().version());
                    told.add(stored);
                  }
                })
            .build();

    Complaint taken = desk.receive(channel.key("m-1"), Report.of("Banjir")).getComplaint();
    desk.receive(channel.key("m-1"), Report.of("Banjir"));
    desk.change(taken, new Command.Reopen("Belum"), Actor.reporter());
    desk.change(taken, new Command.StartWork(), Actor.officer("officer-7"));
    desk.change(taken, new Command.StartWork(), Actor.officer("officer-8"));

    assertThat(told).extracting(stored -> stored.complaint().version()).containsExactly(2, 3);
    assertThat(told).extracting(stored -> stored.news().size()).containsExactly(2, 1);
  }

  @Test
  void a_listener_hears_of_pages_refusals_failures_and_answers() {
    List<String> told = new ArrayList<>();
    FeedbackDesk desk =
        parts(store)
            .receipts((complaint, clocks) -> "Diterima")
            .listener(event -> told.add(event.getClass().getSimpleName()))
            .build();
    channel.pages.add(List.of(channel.message("m-1", "Banjir")));

    desk.poll();
    Complaint taken = desk.list(ComplaintQuery.all()).complaints().get(0);
    desk.change(taken, new Command.Reopen("Belum"), Actor.officer("officer-7"));
    desk.deliver(10);
    channel.failure = new IllegalStateException("on purpose");
    desk.poll();

    assertThat(told)
        .containsExactly(
            "MessagesTaken", "ComplaintStored", "CommandRefused", "ReplySettled", "PollFailed");
  }

  @Test
  void a_listener_that_throws_does_no_harm() {
    List<DeskEvent> told = new ArrayList<>();
    FeedbackDesk desk =
        parts(store)
            .listener(
                event -> {
                  throw new IllegalStateException("on purpose");
                })
            .listener(told::add)
            .build();

    assertThat(desk.receive(Report.of("Banjir"))).isInstanceOf(Intake.Accepted.class);
    assertThat(told).hasSize(2);
  }
}
