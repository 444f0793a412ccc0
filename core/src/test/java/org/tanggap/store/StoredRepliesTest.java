package org.tanggap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.complaint.ReporterId;
import org.tanggap.jurisdiction.Position;

/** What stands in databases beside the events, and what the port's values show of themselves. */
class StoredRepliesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:15:00Z");
  private static final String CANARY = "rahasia-7531";
  private static final ComplaintId ID =
      ComplaintId.parse("01939e4c-0000-7000-8000-000000000001").orElseThrow();
  private static final MessageKey KEY = new MessageKey(AccountId.of("sms", "1708"), "m-1");

  private final PhotoCodec codec = new PhotoCodec();

  @Test
  void the_photos_of_an_answer_are_stored_under_these_names() {
    List<Photo> photos =
        List.of(Photo.of("a.jpg"), new Photo("b.jpg", NOW, Position.of(-6.5, 106.5)));
    String stored =
        "[{'reference':'a.jpg','takenAt':null,'position':null},"
            + "{'reference':'b.jpg','takenAt':'2026-11-21T02:15:00Z',"
            + "'position':{'latitude':-6.5,'longitude':106.5}}]";

    assertThat(codec.write(photos)).isEqualTo(stored.replace('\'', '"'));
    assertThat(codec.read(stored.replace('\'', '"'))).isEqualTo(photos);
    assertThat(codec.write(List.of())).as("the default of the column").isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[null]", "{}", "[{}]", "[{\"reference\":7531,\"rahasia\":"})
  void photos_that_are_damaged_are_a_fault_that_quotes_nothing(String stored) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> codec.read(stored))
        .withMessage("the photos of an answer cannot be read")
        .withNoCause();
  }

  @Test
  void the_names_of_states_and_problems_do_not_change() {
    assertThat(Arrays.toString(OutboxState.values()))
        .isEqualTo("[PENDING, SENT, DELIVERED, READ, BY_HAND, DEAD, WITHDRAWN]");
    assertThat(Arrays.toString(ChannelException.Kind.values()))
        .isEqualTo(
            "[WAIT_UNTIL, TEMPORARY, REAUTHORISE, REFRESH, NOT_PERMITTED, CONFLICT, MALFORMED,"
                + " UNCONFIRMED]");
  }

  @Test
  void nothing_shows_a_person_a_word_or_a_note_by_its_text_form() {
    Reporter person = new Reporter(CANARY, CANARY);
    ReporterHandle handle = new ReporterHandle("sms", CANARY);
    Reply reply =
        new Reply(
            ID.value(),
            new ReplyTarget(KEY, NOW, person, CANARY),
            CANARY,
            List.of(Photo.of(CANARY)),
            false);
    List<Object> values =
        List.of(
            new KnownMessage(ID, "", NOW, CANARY),
            new KnownReporter(new ReporterId(ID.value()), "sms", person),
            handle,
            Map.of(handle, new Commit.IdentityChange(handle, person)),
            new PendingFetch(new ChannelMessage.NeedsFetch(KEY, CANARY), 1),
            new OutboxEntry(reply, ID, 1, 0, true),
            new NewReply(
                ID.value(), ID, KEY, null, CANARY, List.of(Photo.of(CANARY)), Instant.EPOCH));

    assertThat(values).allSatisfy(it -> assertThat(it.toString()).doesNotContain(CANARY));
  }
}
