package org.tanggap.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanggap.jurisdiction.Jakarta;

class ComplaintEventTest {

  private static final Instant AT = Histories.RECEIVED_AT;

  /** By the documentation of their records. */
  private static final Set<String> MAY_BE_MISSING =
      Set.of(
          "Received.sentAt",
          "Received.reporter",
          "Received.discretion",
          "MessageAdded.message",
          "MessageAdded.location",
          "MessageAdded.edition",
          "Answered.photos");

  static List<ComplaintEvent> everyKind() {
    return Stream.concat(
            Examples.EVERY_COMMAND.stream().map(it -> it.event(AT, Histories.OFFICER)),
            Stream.of(
                Histories.receipt(null),
                new ComplaintEvent.Routed(AT, Actor.system(), Jakarta.routed(Jakarta.TEBET_TIMUR)),
                new ComplaintEvent.Absorbed(
                    AT, Histories.OFFICER, Histories.OTHER_ID, List.of(Examples.FOLLOWER)),
                new ComplaintEvent.Alerted(AT, Actor.system(), "resolution", "75%", "lurah")))
        .toList();
  }

  @Test
  void every_kind_of_event_is_here() {
    assertThat(everyKind().stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(ComplaintEvent.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void an_event_misses_nothing_but_what_may_be_missing(ComplaintEvent event) throws Exception {
    RecordComponent[] components = event.getClass().getRecordComponents();
    Constructor<?> constructor =
        event
            .getClass()
            .getConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = components[i].getAccessor().invoke(event);
    }
    for (int i = 0; i < components.length; i++) {
      @Nullable Object[] lacking = values.clone();
      lacking[i] = null;
      String name = event.getClass().getSimpleName() + "." + components[i].getName();
      if (MAY_BE_MISSING.contains(name)) {
        assertThat(constructor.newInstance(lacking)).as(name).isNotNull();
      } else if (!components[i].getType().isPrimitive()) {
        assertThatThrownBy(() -> constructor.newInstance(lacking))
            .as(name)
            .hasCauseInstanceOf(NullPointerException.class);
      }
    }
  }

  @Test
  void an_event_shows_how_much_was_written_and_not_what() {
    assertThat(
            new ComplaintEvent.MessageAdded(AT, Actor.reporter(), null, "Di sini", Examples.PROOF))
        .hasToString("MessageAdded[2026-11-21T02:15:00Z, 7 characters]");
  }
}
