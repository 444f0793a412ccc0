package org.tanggap.channel.twilio;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.web.ApiResponse;
import org.tanggap.channel.web.Json;

/** Twilio's own error numbers (Twilio, "Error and Warning Dictionary"). */
final class TwilioError {

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("21211", "the number cannot be written to"),
          Map.entry("21408", "the account may not write to that country"),
          Map.entry("21610", "the citizen has asked for no more messages"),
          Map.entry("21612", "there is no way from our number to the citizen's"),
          Map.entry("21614", "the number is no mobile number"),
          Map.entry("30003", "the phone cannot be reached"),
          Map.entry("30004", "the phone does not take the message"),
          Map.entry("30005", "the number is not known to the network"),
          Map.entry("30006", "the number is a landline or cannot be reached"),
          Map.entry("30007", "the network filters the message out"),
          Map.entry("63016", "more than 24 hours have passed: WhatsApp takes templates only"),
          Map.entry("63024", "the citizen cannot be reached on WhatsApp"));

  /** The sender's queue is full, a limit of the sender or of the whole account. */
  private static final Set<String> PASSING =
      Set.of("20429", "21611", "30001", "63017", "63018", "63038", "14107");

  private static final Set<String> SIGN_IN = Set.of("20003", "20005", "20006");

  private TwilioError() {}

  /** Why an answer did not reach the citizen, for an officer. */
  static String sentence(String status, String code) {
    String known = SENTENCES.get(code);
    if (known != null) {
      return known + " (Twilio error " + code + ")";
    }
    return code.matches("[0-9]{1,6}") ? "Twilio error " + code : "Twilio says " + status;
  }

  /** The failure that an answer with an error number tells of. */
  static Optional<ChannelException> find(ApiResponse response) {
    String code = Json.find(response.body()).map(it -> Json.text(it.path("code"))).orElse("");
    boolean waits = response.status() == 429 || response.header("Retry-After").isPresent();
    if (!code.matches("[0-9]{1,6}") || waits) {
      return Optional.empty();
    }
    String message = "Twilio answered " + response.status() + ": " + sentence("no", code);
    if (SIGN_IN.contains(code)) {
      return Optional.of(ChannelException.of(Kind.REAUTHORISE, message));
    } else if (PASSING.contains(code)) {
      return Optional.of(ChannelException.of(Kind.TEMPORARY, message));
    }
    return response.status() == 400 || response.status() == 403
        ? Optional.of(ChannelException.of(Kind.NOT_PERMITTED, message))
        : Optional.empty();
  }
}
