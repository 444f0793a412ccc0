package org.tanggap.channel.citizenapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PushRequest;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.Rendering;

/** What is special about this app's pages; the rest is in the contract. */
class PostsPullTest {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  private final FakeCitizenApp vendor = new FakeCitizenApp(clock);

  @AfterEach
  void stop() {
    vendor.close();
  }

  @Test
  void a_page_without_order_comes_oldest_first_and_ends_at_its_highest_id() {
    for (int i = 1; i <= 4; i++) {
      vendor.publish("laporan " + i);
    }
    Page page = Apps.pulled(vendor, clock).pageSize(4).build().pull(null);
    assertThat(Rendering.of(page.messages()).lines().filter(line -> line.contains("text")))
        .containsExactly(
            "  text: laporan 1", "  text: laporan 2", "  text: laporan 3", "  text: laporan 4");
    assertThat(page.cursor()).isEqualTo(new Cursor("after=2437744"));
    assertThat(page.hasMore()).isTrue();
    assertThat(vendor.requests().get(0).query())
        .containsEntry("after", "0")
        .containsEntry("limit", "4");
  }

  @Test
  void an_app_that_gives_old_posts_again_brings_none_twice() {
    String first = vendor.publish("laporan 1");
    CitizenApp app = Apps.pulled(vendor, clock).pageSize(1).build();
    Page page = app.pull(null);
    vendor.post(first).put("post_id", 1);
    // The post is still found above the cursor, and its id lies below.
    Page again = app.pull(new Cursor("after=17"));
    assertThat(page.messages()).hasSize(1);
    assertThat(again.messages()).isEmpty();
    assertThat(again.cursor()).isEqualTo(new Cursor("after=17"));
    assertThat(again.hasMore()).isFalse();
  }

  @Test
  void a_post_without_a_number_comes_and_does_not_move_the_cursor() {
    vendor.post(vendor.publish("laporan 1")).put("post_id", "abc");
    vendor.post(vendor.publish("laporan 2")).remove("post_id");
    Page page = Apps.pulled(vendor, clock).pageSize(3).build().pull(null);
    assertThat(page.messages()).hasSize(2);
    assertThat(page.cursor()).isEqualTo(new Cursor("after=0"));
    assertThat(page.hasMore()).isFalse();
  }

  @Test
  void a_whole_page_without_a_number_is_a_fault_and_not_passed_over() {
    vendor.post(vendor.publish("laporan 1")).put("post_id", "abc");
    vendor.post(vendor.publish("laporan 2")).remove("post_id");
    CitizenApp app = Apps.pulled(vendor, clock).pageSize(2).build();
    ChannelException failure = catchThrowableOfType(ChannelException.class, () -> app.pull(null));
    assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(failure).hasMessage("a whole page of the app holds no number to go on from");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4711", "after=", "after=-1", "after=1 ", "after=9999999999999999999"})
  void a_damaged_cursor_is_not_guessed_at(String cursor) {
    CitizenApp app = Apps.pulled(vendor, clock).build();
    ChannelException failure =
        catchThrowableOfType(ChannelException.class, () -> app.pull(new Cursor(cursor)));
    assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(failure).hasMessage("the cursor of app:qlue is damaged");
    assertThat(vendor.requests()).isEmpty();
  }

  @Test
  void an_app_that_is_not_asked_gives_nothing_and_is_not_called() {
    Page page = Apps.app().pull(null);
    assertThat(page.messages()).isEmpty();
    assertThat(page.hasMore()).isFalse();
    assertThat(Apps.app().pull(page.cursor()).cursor()).isEqualTo(page.cursor());
  }

  @Test
  void an_app_that_signs_nothing_hands_nothing_over() {
    CitizenApp app = Apps.pulled(vendor, clock).build();
    PushRequest request = PushRequest.of(Apps.utf8("{\"post_id\":1}"), Map.of());
    assertThat(Apps.refusal(app.open(request))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_001})
  void a_page_has_one_to_a_thousand_posts(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Apps.pulled(vendor, clock).pageSize(size));
  }
}
