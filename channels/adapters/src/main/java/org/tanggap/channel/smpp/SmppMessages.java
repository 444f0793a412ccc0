package org.tanggap.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.ChannelMessage.ReplyStatus;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;

/** What one or several {@code deliver_sm} say: always one message. */
final class SmppMessages {

  /** Stands for the parts of a long message that never came. */
  static final String MISSING = "[\u2026]";

  private static final Pattern ID = Pattern.compile("(?i)\\bid:(\\S{1,65})");
  private static final Pattern STATE = Pattern.compile("(?i)\\bstat:([A-Z]{1,12})");
  private static final Pattern ERROR = Pattern.compile("(?i)\\berr:([0-9A-F]{1,8})\\b");

  /** By the number of {@code message_state} (SMPP 3.4, section 5.2.28). */
  private static final List<String> STATES =
      List.of(
          "", "ENROUTE", "DELIVRD", "EXPIRED", "DELETED", "UNDELIV", "ACCEPTD", "UNKNOWN",
          "REJECTD");

  private final AccountId account;
  private final PhoneNumbers phones;
  private final Set<String> ownNumbers;
  private final StopWords stopWords;
  private final SmppText.DefaultAlphabet usual;

  SmppMessages(
      AccountId account,
      PhoneNumbers phones,
      Set<String> ownNumbers,
      StopWords stopWords,
      SmppText.DefaultAlphabet usual) {
    this.account = account;
    this.phones = phones;
    this.ownNumbers = Set.copyOf(ownNumbers);
    this.stopWords = stopWords;
    this.usual = usual;
  }

  AccountId account() {
    return account;
  }

  /**
   * Reads a whole message.
   *
   * @param key the key to be given to it
   * @param pdu the message
   */
  ChannelMessage read(String key, SmppPdu pdu) {
    if (!pdu.broken().isEmpty()) {
      return new Malformed(key, pdu.broken());
    } else if (pdu.isReceipt()) {
      return receipt(key, pdu);
    } else if (pdu.isNotice()) {
      return new Ignored(key, Ignored.Reason.AUTO_REPLY);
    } else if (pdu.ports()) {
      return new Unsupported(key, "data for an application on a phone");
    }
    Optional<String> text = SmppText.decode(pdu.body(), pdu.dataCoding(), usual);
    return text.map(words -> words(key, pdu, words))
        .orElseGet(() -> new Unsupported(key, "a message in data coding " + pdu.dataCoding()));
  }

  /**
   * Reads the parts of a long message; a mark stands where some are missing.
   *
   * @param key the key to be given to it
   * @param parts the parts by their number
   * @param total how many there should be
   */
  ChannelMessage read(String key, SortedMap<Integer, SmppPdu> parts, int total) {
    SmppPdu first = parts.get(parts.firstKey());
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    int coding = first.dataCoding();
    for (int number = 1; number <= total; number++) {
      SmppPdu part = parts.get(number);
      // Bytes are joined before they are read: a character may be torn between two parts.
      if (part == null || part.dataCoding() != coding) {
        text.append(SmppText.decode(run.toByteArray(), coding, usual).orElse(MISSING));
        run.reset();
      }
      if (part == null) {
        boolean marked = text.toString().endsWith(MISSING + " ");
        text.append(marked ? "" : text.isEmpty() ? MISSING + " " : " " + MISSING + " ");
      } else {
        coding = part.dataCoding();
        run.writeBytes(part.body());
      }
    }
    Optional<String> last = SmppText.decode(run.toByteArray(), coding, usual);
    return (last.isEmpty() && text.isEmpty()) || first.ports()
        ? new Unsupported(key, "a long message that is no text")
        : words(key, first, (text + last.orElse(MISSING)).stripTrailing());
  }

  private ChannelMessage words(String key, SmppPdu pdu, String text) {
    String handle =
        pdu.sourceTon() == 1 && pdu.source().matches("[0-9]{7,15}")
            ? phones.handleOf("+" + pdu.source())
            : phones.handleOf(pdu.source());
    if (pdu.source().isEmpty()) {
      return new Malformed(key, "source_addr is missing");
    } else if (ownNumbers.contains(handle)) {
      return new Ignored(key, Ignored.Reason.OWN_MESSAGE);
    } else if (pdu.sourceTon() == 5 || !pdu.source().matches("\\+?[0-9]{7,15}")) {
      // Names and short codes: machines have them, citizens do not.
      return new Ignored(key, Ignored.Reason.AUTO_REPLY);
    }
    Reporter person = new Reporter(handle, null);
    return stopWords
        .wantsAnswers(text)
        .<ChannelMessage>map(wants -> new ChannelMessage.AnswersWanted(person, wants))
        .orElseGet(
            () ->
                new NewReport(
                    new MessageKey(account, key),
                    Report.of(text).withReporter(person),
                    Conversation.CHAT.withHint(pdu.destination())));
  }

  private ChannelMessage receipt(String key, SmppPdu pdu) {
    // The text of a receipt is ASCII by convention, whatever its coding says (SMPP 3.4, appendix
    // B).
    String text = new String(pdu.body(), StandardCharsets.ISO_8859_1);
    String id = pdu.receiptId().isEmpty() ? found(ID, text) : pdu.receiptId();
    int number = pdu.receiptState();
    String state =
        number > 0 && number < STATES.size()
            ? STATES.get(number)
            : found(STATE, text).toUpperCase(Locale.ROOT);
    if (!MessageKey.isExternalId(id) || state.isEmpty()) {
      return new Malformed(key, "a receipt without id or state");
    }
    MessageKey reply = new MessageKey(account, id);
    return switch (state) {
      case "DELIVRD" -> new ReplyStatus(reply, ReplyStatus.State.DELIVERED, "");
      case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" ->
          new ReplyStatus(reply, ReplyStatus.State.FAILED, because(state, found(ERROR, text)));
      default -> new Ignored(key, Ignored.Reason.AUTO_REPLY);
    };
  }

  private static String because(String state, String error) {
    String sentence =
        switch (state) {
          case "EXPIRED" -> "the phone could not be reached in time";
          case "REJECTD" -> "the network refused the message";
          case "DELETED" -> "the network deleted the message";
          default -> "the network could not deliver the message";
        };
    return error.isEmpty() || error.matches("0+") ? sentence : sentence + " (error " + error + ")";
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Names what was sent, the same each time it comes. */
  static String hash(List<SmppPdu> pdus) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (SmppPdu pdu : pdus) {
        List<String> fields = new ArrayList<>(List.of(pdu.source(), pdu.destination()));
        fields.add(String.valueOf(pdu.esmClass() & 0x3C));
        fields.add(String.valueOf(pdu.dataCoding()));
        fields.add(String.valueOf(pdu.part()));
        fields.add(pdu.receiptId() + pdu.receiptState() + pdu.broken());
        fields.forEach(field -> digest.update((field + "\0").getBytes(StandardCharsets.UTF_8)));
        digest.update((byte) pdu.body().length);
        digest.update(pdu.body());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
