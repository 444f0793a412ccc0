package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.calendar.IndonesianOffices;
import org.tanggap.calendar.Ramadan;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.PushRequest;
import org.tanggap.duplicate.Reason;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.responsibility.Category;

/**
 * Puts a canary into every text of every public record that a message passes through, and looks for
 * it in {@code toString()}. A new record is covered from its first day; a text that may be shown
 * has to be named here.
 */
class NothingPersonalInTextTest {

  private static final String CANARY = "Budi-0812-canary";

  /** Texts that are nobody's words and name nobody, by the documentation of their record. */
  private static final Set<String> MAY_BE_SHOWN =
      Set.of(
          "Area.code",
          "Area.name",
          "Alert.step",
          "Alert.to",
          "Escalation.to",
          "FigureRow.key",
          "Holding.explanation",
          "Holiday.name",
          "Holiday.decree",
          "LedgerLine.words",
          "Open311Request.serviceRequestId",
          "Open311Request.status",
          "StatusWord.text",
          "StatusWord.note",
          "AccountId.kind",
          "AccountId.name",
          "Actor.id",
          "Alerted.target",
          "Alerted.step",
          "Alerted.to",
          "MessageKey.externalId",
          "Cursor.value",
          "Ignored.where",
          "Malformed.where",
          "Malformed.problem",
          "Unsupported.where",
          "Unsupported.what",
          "ReplyStatus.because",
          "Edited.edition",
          "SentReply.externalId",
          "Allowed.price",
          "Problem.message",
          "ReplyState.because",
          "Postponed.because",
          "Unconfirmed.because",
          "Account.unit",
          "AccountFault.where",
          "AnswerTemplate.id",
          "AccountFault.problem",
          "MessageFate.reference",
          "PushResponse.contentType",
          "PushResponse.body",
          "ByHand.because",
          "ComplaintQuery.unit",
          "ComplaintQuery.area",
          "Deadline.lines",
          "Rejected.where",
          "Rejected.why",
          "KnownMessage.digest",
          "KnownReporter.channel",
          "ReporterHandle.channel",
          "StoredReply.note",
          "LeftOut.where",
          "LeftOut.why",
          "Retry.because",
          "Dead.because",
          "Unit.id",
          "Unit.name",
          "Assignment.because",
          "Routed.boundaryVersion",
          "Ambiguous.boundaryVersion",
          "Outside.boundaryVersion");

  private static final Map<Class<?>, Object> PLAIN =
      Map.ofEntries(
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(Long.class, 1L),
          Map.entry(double.class, 1.0),
          Map.entry(Double.class, 1.0),
          Map.entry(boolean.class, true),
          Map.entry(OptionalDouble.class, OptionalDouble.of(1)),
          Map.entry(Instant.class, Histories.RECEIVED_AT),
          Map.entry(Duration.class, Duration.ofHours(3)),
          Map.entry(LocalDate.class, LocalDate.of(2026, 11, 21)),
          Map.entry(LocalTime.class, LocalTime.of(7, 30)),
          Map.entry(ZoneId.class, ZoneOffset.UTC),
          Map.entry(ZonedDateTime.class, Histories.RECEIVED_AT.atZone(ZoneOffset.UTC)),
          Map.entry(UUID.class, Histories.ID.value()),
          Map.entry(Channel.class, (Channel) () -> AccountId.of("feed", "jakarta")),
          Map.entry(
              Complaint.class,
              Histories.received()
                  .after(
                      new ComplaintEvent.Answered(
                          Histories.RECEIVED_AT, Histories.OFFICER, CANARY))),
          Map.entry(
              ChannelException.class,
              ChannelException.ofDefect(
                  AccountId.of("feed", "jakarta"), new IllegalStateException(CANARY))));

  static List<Class<?>> publicRecords() throws Exception {
    Path classes =
        Path.of(Complaint.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> records = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes.resolve("org"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).sorted().toList()) {
        String path = classes.relativize(file).toString().replace(File.separatorChar, '.');
        Class<?> type = Class.forName(path.substring(0, path.length() - ".class".length()));
        if (type.isRecord() && Modifier.isPublic(type.getModifiers())) {
          records.add(type);
        }
      }
    }
    return records;
  }

  @ParameterizedTest
  @MethodSource("publicRecords")
  void no_record_shows_what_a_citizen_wrote_or_who_it_was(Class<?> type) throws Exception {
    for (Object filled : everyFormOf(type)) {
      assertThat(filled.toString()).as("toString of %s", type).doesNotContain(CANARY);
    }
  }

  @Test
  void the_search_reaches_the_records_that_hold_words() throws Exception {
    assertThat(publicRecords())
        .contains(Report.class, Reporter.class, ComplaintEvent.Answered.class, Command.Reject.class)
        .hasSizeGreaterThan(80);
    assertThat(publicRecords().stream().map(Class::getPackageName))
        .contains(
            "org.tanggap.channel",
            "org.tanggap.complaint",
            "org.tanggap.jurisdiction",
            "org.tanggap.responsibility",
            "org.tanggap.store");
  }

  @Test
  void a_complaint_shows_its_number_and_status_only() {
    Complaint complaint =
        Complaint.replay(Histories.ID, List.of(Histories.receipt(null)))
            .after(new ComplaintEvent.Answered(Histories.RECEIVED_AT, Histories.OFFICER, CANARY));

    assertThat(complaint).hasToString("Complaint[" + Histories.ID + ", RECEIVED, version 2]");
  }

  @Test
  void a_request_shows_neither_body_nor_header() {
    PushRequest request =
        PushRequest.of(
            CANARY.getBytes(StandardCharsets.UTF_8), Map.of("Authorization", List.of(CANARY)));

    assertThat(request).hasToString("PushRequest[POST, 16 bytes]");
  }

  /** One instance for each form that a component with a closed set of forms can take. */
  private static List<Object> everyFormOf(Class<?> type) throws Exception {
    if (type == Category.class) {
      return List.of(Category.of("road.pothole"));
    }
    if (type == Jurisdiction.class) {
      return List.of(Jakarta.TEBET_TIMUR);
    }
    if (type == Reason.RelatedCategory.class) {
      return List.of(new Reason.RelatedCategory(Category.of("road.pothole"), Category.of("road")));
    }
    if (type == Ramadan.class) {
      return List.copyOf(IndonesianOffices.ramadan());
    }
    RecordComponent[] components = type.getRecordComponents();
    List<List<Object>> values = new ArrayList<>();
    int forms = 1;
    for (RecordComponent component : components) {
      List<Object> some = valuesOf(component.getGenericType(), nameOf(component));
      values.add(some);
      forms = Math.max(forms, some.size());
    }
    Constructor<?> constructor =
        type.getConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    List<Object> made = new ArrayList<>();
    for (int form = 0; form < forms; form++) {
      int index = form;
      Object[] arguments =
          values.stream().map(some -> some.get(Math.min(index, some.size() - 1))).toArray();
      made.add(constructor.newInstance(arguments));
    }
    return made;
  }

  private static String nameOf(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }

  private static List<Object> valuesOf(Type type, String name) throws Exception {
    if (type instanceof ParameterizedType some && some.getRawType() == Class.class) {
      return List.of(Command.Answer.class);
    }
    if (type instanceof ParameterizedType some) {
      List<Object> elements = valuesOf(some.getActualTypeArguments()[0], name);
      if (some.getRawType() == Optional.class) {
        return elements.stream().<Object>map(Optional::of).toList();
      } else if (some.getRawType() == Map.class) {
        return List.of(
            Map.of(elements.get(0), valuesOf(some.getActualTypeArguments()[1], name).get(0)));
      }
      return List.of(
          some.getRawType() == Set.class
              ? Set.copyOf(elements)
              : Stream.concat(elements.stream(), elements.stream()).toList());
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return List.of(MAY_BE_SHOWN.contains(name) ? "shown" : CANARY);
    } else if (raw.isSealed()) {
      List<Object> forms = new ArrayList<>();
      for (Class<?> form : raw.getPermittedSubclasses()) {
        forms.addAll(everyFormOf(form));
      }
      return forms;
    } else if (raw.isRecord()) {
      return everyFormOf(raw);
    } else if (raw.isEnum()) {
      return List.of(raw.getEnumConstants());
    }
    return List.of(plain(raw));
  }

  private static Object plain(Class<?> type) {
    Object value = PLAIN.get(type);
    if (value == null) {
      throw new AssertionError("say here how to fill " + type);
    }
    return value;
  }
}
