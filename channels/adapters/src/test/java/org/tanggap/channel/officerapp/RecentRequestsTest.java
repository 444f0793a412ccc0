package org.tanggap.channel.officerapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tanggap.complaint.ComplaintId;

class RecentRequestsTest {

  private static final ComplaintId ID = new ComplaintId(new UUID(1, 2));

  private final RecentRequests recent = new RecentRequests(2);

  @Test
  void a_request_that_is_being_carried_out_is_known_without_an_end() {
    assertThat(recent.begin("a", "1")).isEmpty();

    assertThat(recent.begin("a", "1")).contains(new RecentRequests.Entry("1", null));
  }

  @Test
  void a_request_that_was_carried_out_is_known_with_its_complaint() {
    recent.begin("a", "1");
    recent.end("a", "1", ID);

    assertThat(recent.begin("a", "2")).contains(new RecentRequests.Entry("1", ID));
  }

  @Test
  void a_request_that_changed_nothing_may_come_again() {
    recent.begin("a", "1");
    recent.end("a", "1", null);

    assertThat(recent.begin("a", "1")).isEmpty();
  }

  @Test
  void the_oldest_that_is_done_is_forgotten_first() {
    recent.begin("running", "1");
    recent.begin("done", "1");
    recent.end("done", "1", ID);
    recent.begin("new", "1");

    assertThat(recent.begin("running", "1")).isPresent();
    assertThat(recent.begin("new", "1")).isPresent();
    assertThat(recent.begin("done", "1")).isEmpty();
  }
}
