package org.tanggap.channel.hotline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.phone.PhoneNumbers;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.responsibility.Category;

/** What a form means: one report, or the faults of its fields. */
final class HotlineMessages {

  /** How far an operator's clock may be ahead. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** Stands before the form's id where a person left no number. */
  private static final String NO_NUMBER = "form:";

  private final AccountId account;
  private final PhoneNumbers phones;
  private final ZoneId zone;
  private final InstantSource clock;

  HotlineMessages(AccountId account, PhoneNumbers phones, ZoneId zone, InstantSource clock) {
    this.account = account;
    this.phones = phones;
    this.zone = zone;
    this.clock = clock;
  }

  PushVerdict read(FormFields form) {
    String id = form.needed("form_id", 255);
    if (!id.isEmpty() && !MessageKey.isExternalId(id)) {
      form.refuse("form_id", FieldFault.NO_ID);
    }
    String operator = form.needed("operator", 100);
    Reporter person = person(form, id);
    Report report =
        new Report(
            words(form),
            place(form),
            category(form),
            List.of(),
            time(form),
            person,
            discretion(form));
    if (form.isFaulty()) {
      return new PushVerdict.Refused(PushResponse.json(422, form.faultsAsJson()));
    }
    boolean mayBeCalled = person != null && !person.handle().startsWith(NO_NUMBER);
    String hint = Json.object().put("operator", operator).put("number", mayBeCalled).toString();
    return new PushVerdict.Genuine(
        List.of(
            new ChannelMessage.NewReport(
                new MessageKey(account, id), report, Conversation.NONE.withHint(hint))));
  }

  /** With a pin, the place in words stands beneath what was said, as a line of its own. */
  private static String words(FormFields form) {
    String words = form.needed("words", HotlineChannel.MAX_CHARACTERS);
    String place = form.text("place", 1_000).strip();
    return hasPin(form) && !place.isEmpty() ? words + "\n" + place : words;
  }

  private static boolean hasPin(FormFields form) {
    return form.has("lat") || form.has("lng");
  }

  private static LocationEvidence place(FormFields form) {
    String described = form.text("place", 1_000).strip();
    if (!hasPin(form)) {
      return described.isEmpty()
          ? LocationEvidence.none()
          : new LocationEvidence.Described(described);
    }
    form.needed("lat", 40);
    form.needed("lng", 40);
    double accuracy = form.number("accuracy");
    LocationEvidence place =
        LocationEvidence.coordinates(
            form.number("lat"),
            form.number("lng"),
            LocationEvidence.Source.SHARED_PIN,
            Double.isNaN(accuracy) ? null : accuracy);
    if (place instanceof LocationEvidence.Unusable && !form.isFaulty("lng")) {
      form.refuse("lat", FieldFault.NO_PLACE);
    }
    return place;
  }

  private @Nullable Reporter person(FormFields form, String formId) {
    String name = form.text("caller_name", 200).strip();
    String phone = form.text("phone", PhoneNumbers.MAX_HANDLE).strip();
    Optional<String> number = phones.find(phone);
    if (!phone.isEmpty() && number.isEmpty()) {
      form.refuse("phone", FieldFault.NO_PHONE_NUMBER);
    }
    if (number.isEmpty() && name.isEmpty()) {
      return null;
    }
    return new Reporter(number.orElse(NO_NUMBER + formId), name.isEmpty() ? null : name);
  }

  private static @Nullable Category category(FormFields form) {
    String code = form.text("category", 100).strip().toLowerCase(Locale.ROOT);
    if (!code.isEmpty() && !Category.isCode(code)) {
      form.refuse("category", FieldFault.NO_CATEGORY);
    }
    return Category.isCode(code) ? Category.of(code) : null;
  }

  private static Discretion discretion(FormFields form) {
    boolean anonymous = form.flag("anonymous");
    boolean secret = form.flag("secret");
    return anonymous || secret ? new Discretion(anonymous, secret) : Discretion.NONE;
  }

  /** With an offset, or as the clock on the wall shows it. */
  private @Nullable Instant time(FormFields form) {
    String text = form.text("called_at", 40).strip().replace(' ', 'T');
    if (text.isEmpty()) {
      return null;
    }
    try {
      Instant time =
          text.matches(".*(?:Z|[+-][0-9]{2}:[0-9]{2})")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(zone).toInstant();
      if (time.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
        form.refuse("called_at", FieldFault.IN_THE_FUTURE);
      }
      return time;
    } catch (DateTimeException e) {
      form.refuse("called_at", FieldFault.NO_TIME);
      return null;
    }
  }
}
