package org.tanggap.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.testkit.ManualClock;

/** What a citizen writes is taken, and with nothing but what was noted there it is answered. */
class ThereAndBackTest {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");

  private static NewReport only(PushChannel channel, FakeGraph vendor) {
    List<PushRequest> requests = vendor.deliveries();
    assertThat(requests).hasSize(1);
    PushVerdict verdict = channel.open(requests.get(0));
    return (NewReport) ((PushVerdict.Genuine) verdict).messages().get(0);
  }

  private void answered(PushChannel in, ReplyChannel out, FakeGraph vendor) {
    String id = vendor.publish("Pipa bocor di Jalan Kenanga");
    NewReport taken = only(in, vendor);
    assertThat(taken.key().externalId()).isEqualTo(id);
    assertThat(vendor.deliveries()).as("each is given once").isEmpty();
    ReplyTarget target =
        new ReplyTarget(taken.key(), clock.instant(), null, taken.conversation().hint());

    SentReply sent = out.send(new Reply(new UUID(3, 4), target, "Sudah ditutup", List.of(), false));

    assertThat(sent.findExternalId()).isPresent();
    assertThat(vendor.answers()).containsExactly("Sudah ditutup");
  }

  @Test
  void on_whatsapp() {
    try (FakeWhatsApp vendor = new FakeWhatsApp(clock)) {
      WhatsAppChannel channel = vendor.channel(MetaAccounts.WHATSAPP).build();
      answered(channel, channel, vendor);
      assertThat(vendor.lastMessage().path("to").asString("")).isEqualTo(FakeWhatsApp.CITIZEN);
    }
  }

  @Test
  void on_facebook() {
    try (FakeFacebook vendor = new FakeFacebook(clock)) {
      FacebookChannel channel = vendor.channel(MetaAccounts.FACEBOOK).build();
      answered(channel, channel, vendor);
    }
  }

  @Test
  void on_instagram() {
    try (FakeInstagram vendor = new FakeInstagram(clock)) {
      InstagramChannel channel = vendor.channel(MetaAccounts.INSTAGRAM).build();
      answered(channel, channel, vendor);
    }
  }

  @Test
  void the_vitals_show_how_much_of_the_limit_is_left() {
    try (FakeInstagram vendor = new FakeInstagram(clock)) {
      InstagramChannel channel = vendor.channel(MetaAccounts.INSTAGRAM).build();
      vendor.use(97);
      answered(channel, channel, vendor);

      assertThat(channel.vitals().findQuotaLeft()).hasValue(3);
    }
  }
}
