package org.tanggap.channel.gammu;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ChannelMessage.Ignored;
import org.tanggap.channel.ChannelMessage.Malformed;
import org.tanggap.channel.ChannelMessage.NewReport;
import org.tanggap.channel.ChannelMessage.Unsupported;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.sms.StopWords;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;

/** What the environment of {@code RunOnReceive} says (gammu-smsd-run(7)): always one message. */
final class GammuMessages {

  /** Stands for the parts of a long message that never came. */
  static final String MISSING = "[\u2026]";

  private static final int MAX_PARTS = 255;

  /** The words that Gammu itself writes for a delivery report. */
  private static final Set<String> REPORTS = Set.of("Delivered", "Pending", "Failed", "Unknown");

  private final AccountId account;
  private final PhoneNumbers phones;
  private final Set<String> ownNumbers;
  private final StopWords stopWords;
  private final Duration sameWithin;

  GammuMessages(
      AccountId account,
      PhoneNumbers phones,
      Set<String> ownNumbers,
      StopWords stopWords,
      Duration sameWithin) {
    this.account = account;
    this.phones = phones;
    this.ownNumbers = Set.copyOf(ownNumbers);
    this.stopWords = stopWords;
    this.sameWithin = sameWithin;
  }

  /**
   * Reads one run of the script.
   *
   * @param environment the variables
   * @param ids the ids that SMSD gave as arguments; none with the null service
   * @param receivedAt when SMSD ran the script
   */
  ChannelMessage read(Map<String, String> environment, List<String> ids, Instant receivedAt) {
    String where = key(environment, ids, receivedAt);
    int parts = count(environment, "SMS_MESSAGES");
    if (parts < 1) {
      return new Malformed(where, "SMS_MESSAGES is no number from 1 to " + MAX_PARTS);
    }
    String sender = environment.getOrDefault("SMS_1_NUMBER", "").strip();
    if (sender.isEmpty()) {
      return new Malformed(where, "SMS_1_NUMBER is missing");
    }
    for (int i = 2; i <= parts; i++) {
      if (!environment.getOrDefault("SMS_" + i + "_NUMBER", sender).strip().equals(sender)) {
        return new Malformed(where, "the parts have several senders");
      }
    }
    return read(environment, where, sender, parts, receivedAt);
  }

  private ChannelMessage read(
      Map<String, String> environment, String where, String sender, int parts, Instant receivedAt) {
    String handle = phones.handleOf(sender);
    String text = text(environment, parts);
    if (ownNumbers.contains(handle)) {
      return new Ignored(where, Ignored.Reason.OWN_MESSAGE);
    } else if (isDeliveryReport(environment, text) || isService(sender)) {
      return new Ignored(where, Ignored.Reason.AUTO_REPLY);
    } else if (text.isEmpty()) {
      boolean mms = environment.keySet().stream().anyMatch(it -> it.contains("_MMS_"));
      return new Unsupported(where, mms ? "an MMS" : "a message without text, such as binary data");
    }
    Reporter person = new Reporter(handle, null);
    return stopWords
        .wantsAnswers(text)
        .<ChannelMessage>map(wants -> new ChannelMessage.AnswersWanted(person, wants))
        .orElseGet(
            () ->
                new NewReport(
                    new MessageKey(account, where),
                    new Report(text, LocationEvidence.none(), null, List.of(), receivedAt, person),
                    Conversation.CHAT));
  }

  /** The decoded text if SMSD had all parts, else the parts in order with a mark. */
  private static String text(Map<String, String> environment, int parts) {
    int decoded = count(environment, "DECODED_PARTS");
    List<String> texts = new ArrayList<>();
    // Gammu before 1.29 counted these from 0.
    for (int i = 0; i <= decoded; i++) {
      texts.add(environment.getOrDefault("DECODED_" + i + "_TEXT", ""));
    }
    String whole = String.join("", texts);
    if (!whole.isEmpty() || decoded > 0) {
      return whole;
    }
    StringBuilder pieces = new StringBuilder();
    for (int i = 1; i <= parts; i++) {
      pieces.append(environment.getOrDefault("SMS_" + i + "_TEXT", ""));
    }
    return pieces.isEmpty() || parts == 1 ? pieces.toString() : pieces + " " + MISSING;
  }

  /** A number from 1 to 255, or 0. */
  private static int count(Map<String, String> environment, String name) {
    String text = environment.getOrDefault(name, "").strip();
    int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    return number <= MAX_PARTS ? number : 0;
  }

  private static boolean isDeliveryReport(Map<String, String> environment, String text) {
    String reference = environment.getOrDefault("SMS_1_REFERENCE", "0").strip();
    return !reference.matches("0*|-1") && REPORTS.contains(text);
  }

  /** Short codes and senders with names: machines have them, citizens do not. */
  private static boolean isService(String sender) {
    return !sender.matches("\\+?[0-9][0-9 ()-]{5,24}");
  }

  /**
   * Names a message. The ids of the service are unique only until its store is emptied, and with
   * the files service they hold the sender's number: so they are hashed, with the words.
   */
  String key(Map<String, String> environment, List<String> ids, Instant receivedAt) {
    MessageDigest digest = sha256();
    add(digest, environment.getOrDefault("PHONE_ID", ""));
    environment.entrySet().stream()
        .filter(it -> it.getKey().matches("(SMS|DECODED)_[0-9]{1,3}_(NUMBER|TEXT|MMS_ADDRESS)"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            variable -> {
              add(digest, variable.getKey());
              add(digest, variable.getValue());
            });
    if (ids.isEmpty()) {
      add(digest, "@" + receivedAt.getEpochSecond() / sameWithin.toSeconds());
    }
    ids.forEach(id -> add(digest, id));
    return "sms-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
