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

class WiringTest extends DeskTests {

  @Test
  void a_desk_that_lacks_parts_names_all_of_them() {
    FeedbackDesk.Builder empty = FeedbackDesk.builder();

    assertThatIllegalStateException()
        .isThrownBy(empty::build)
        .withMessage("the desk lacks: jurisdictions, sla, store");
  }

  @Test
  void an_account_is_connected_once() {
    FeedbackDesk.Builder parts = parts(store);
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
  void a_listener_is_told_what_is_new_or_has_changed_and_nothing_else() {
    List<Complaint> told = new ArrayList<>();
    DeskListener listener =
        new DeskListener() {
          @Override
          public void complaintStored(Complaint complaint) {
            assertThat(store.find(complaint.id()).orElseThrow().version())
                .as("stored before it is told")
                .isEqualTo(complaint.version());
            told.add(complaint);
          }
        };
    FeedbackDesk desk = parts(store).listener(listener).build();

    Complaint taken = desk.receive(channel.key("m-1"), Report.of("Banjir")).getComplaint();
    desk.receive(channel.key("m-1"), Report.of("Banjir"));
    desk.change(taken, new Command.Reopen("Belum"), Actor.reporter());
    desk.change(taken, new Command.StartWork(), Actor.officer("officer-7"));
    desk.change(taken, new Command.StartWork(), Actor.officer("officer-8"));

    assertThat(told).extracting(Complaint::version).containsExactly(2, 3);
  }

  @Test
  void a_listener_that_throws_does_no_harm() {
    List<Complaint> told = new ArrayList<>();
    FeedbackDesk desk =
        parts(store)
            .listener(
                new DeskListener() {
                  @Override
                  public void complaintStored(Complaint complaint) {
                    throw new IllegalStateException("on purpose");
                  }
                })
            .listener(
                new DeskListener() {
                  @Override
                  public void complaintStored(Complaint complaint) {
                    told.add(complaint);
                  }
                })
            .build();

    assertThat(desk.receive(Report.of("Banjir"))).isInstanceOf(Intake.Accepted.class);
    assertThat(told).hasSize(1);
  }
}
