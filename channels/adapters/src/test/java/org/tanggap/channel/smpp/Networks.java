package org.tanggap.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jsmpp.PDUStringException;
import org.jsmpp.util.DefaultDecomposer;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Page;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.ManualClock;
import org.tanggap.testkit.Rendering;

/** An inbox as a city would configure it, without a network. */
final class Networks {

  static final AccountId ACCOUNT = AccountId.of("smpp", "1708");
  static final Duration HOUR = Duration.ofHours(1);

  private Networks() {}

  static SmppMessages messages() {
    return new SmppMessages(
        ACCOUNT,
        PhoneNumbers.inRegion("ID"),
        Set.of("+622150001234"),
        StopWords.usual(),
        SmppText.DefaultAlphabet.GSM);
  }

  static SmppInbox inbox(ManualClock clock) {
    return new SmppInbox(
        messages(),
        clock,
        new SmppInbox.Limits(50, Duration.ofSeconds(20), Duration.ofMinutes(5), HOUR));
  }

  static SmppPdu decoded(byte[] bytes) throws PDUStringException {
    return SmppPdu.of(new DefaultDecomposer().deliverSm(bytes));
  }

  /** What a fixture says: a line is a PDU in hex; then minutes pass, and what waits is given up. */
  static String rendered(byte[] payload) {
    List<SmppPdu> pdus = new ArrayList<>();
    try {
      for (String line : new String(payload, StandardCharsets.US_ASCII).strip().split("\n", -1)) {
        pdus.add(decoded(HexFormat.of().parseHex(line)));
      }
    } catch (PDUStringException e) {
      return "refused by jsmpp";
    }
    return Rendering.of(read(pdus));
  }

  static List<ChannelMessage> read(List<SmppPdu> pdus) {
    ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
    SmppInbox inbox = inbox(clock);
    pdus.forEach(pdu -> inbox.accept(pdu, status -> {}));
    clock.advance(Duration.ofMinutes(6));
    return inbox.take(SmppCursor.START, 100, Duration.ZERO).messages();
  }

  static SmppPdu words(String source, String text) {
    return pdu(source, text, null);
  }

  static SmppPdu part(String source, String text, int reference, int total, int number) {
    return pdu(source, text, new SmppPdu.Part("8-" + reference, total, number));
  }

  private static SmppPdu pdu(String source, String text, SmppPdu.@Nullable Part part) {
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    return new SmppPdu(source, 1, "1708", 0, 1, body, part, false, "", "", 0);
  }

  static List<String> texts(Page page) {
    return page.messages().stream()
        .map(
            message ->
                message instanceof ChannelMessage.NewReport report
                    ? report.report().text()
                    : message.getClass().getSimpleName())
        .toList();
  }
}
