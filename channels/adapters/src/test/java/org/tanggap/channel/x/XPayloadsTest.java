package org.tanggap.channel.x;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.channel.web.Json;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;

/** Answers of the timelines and events of the web hook, in the shapes of X's documentation. */
class XPayloadsTest {

  @TestFactory
  Stream<DynamicTest> every_page_of_a_timeline_is_read_as_expected() {
    XMessages messages = new XMessages(Accounts.ACCOUNT, FakeX.USER);
    return PayloadFixtures.beside(
        getClass(),
        "timelines",
        42,
        bytes -> Rendering.of(messages.timeline(Json.find(bytes).orElseThrow())));
  }

  @TestFactory
  Stream<DynamicTest> every_event_is_read_as_expected() {
    XChannel channel = Accounts.builderWithoutVendor(ManualClock.at(Accounts.NOW)).build();
    return PayloadFixtures.beside(
        getClass(),
        "events",
        35,
        bytes -> Rendering.of(channel.open(Hooks.signed(Accounts.SECRETS.get(0), bytes))));
  }
}
