package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.Report;

/** What a push channel makes of genuine requests: the same each time, whatever is in them. */
abstract class PushPromises {

  static final String WORDS = "Pohon tumbang menutup jalan \ud83c\udf33";

  abstract PushChannel connect();

  abstract PushRequest publish(String... texts);

  abstract @Nullable PushRequest publishOwn(String text);

  abstract PushRequest signed(byte[] body);

  abstract PushRequest signedWith(String secret, byte[] body);

  abstract String signatureHeader();

  abstract List<String> secrets();

  abstract List<String> otherHeaders();

  abstract String signaturePrefix();

  abstract boolean signsBody();

  abstract boolean signsRawBytes();

  abstract int batchSize();

  abstract @Nullable PushRequest signedBatchWithOneBad(String before, String after);

  abstract @Nullable PushRequest edit(String id, String text);

  abstract @Nullable PushRequest delete(String id);

  abstract @Nullable PushRequest stale();

  abstract int mostCharacters();

  abstract String wordsOf(Report report);

  abstract ManualClock clock();

  abstract Duration patience();

  final PushVerdict open(PushRequest request) {
    try (PushChannel channel = connect()) {
      return Outcome.of(patience(), () -> channel.open(request)).get();
    }
  }

  final List<ChannelMessage> messages(PushRequest request) {
    PushVerdict verdict = open(request);
    assertThat(verdict).isInstanceOf(PushVerdict.Genuine.class);
    return ((PushVerdict.Genuine) verdict).messages();
  }

  final List<String> words(List<ChannelMessage> messages) {
    return PullingHost.reports(messages).map(it -> wordsOf(it.report())).toList();
  }

  static PushVerdict.Refused assertRefused(String what, PushVerdict verdict) {
    assertThat(verdict).as(what).isInstanceOf(PushVerdict.Refused.class);
    PushVerdict.Refused refused = (PushVerdict.Refused) verdict;
    assertThat(refused.response().status()).as(what).isBetween(400, 499);
    return refused;
  }

  final String[] batch() {
    return Arrays.copyOf(new String[] {WORDS, "Got mampet", "Lampu mati"}, batchSize());
  }

  @Test
  final void a_genuine_request_brings_its_messages_with_words_and_account() {
    String[] texts = batch();
    List<ChannelMessage> messages = messages(publish(texts));

    assertThat(words(messages)).containsExactly(texts);
    assertThat(PullingHost.ids(messages)).doesNotHaveDuplicates();
    try (PushChannel channel = connect()) {
      assertThat(PullingHost.reports(messages).map(it -> it.key().account()))
          .containsOnly(channel.account());
    }
  }

  @Test
  final void a_request_that_comes_again_brings_equal_messages() {
    PushRequest request = publish(batch());
    try (PushChannel channel = connect()) {
      PushVerdict first = channel.open(request);

      assertThat(channel.open(request)).isEqualTo(first);
      assertThat(open(request)).as("after a restart").isEqualTo(first);
      assertThat(((PushVerdict.Genuine) first).messages()).isNotEmpty();
    }
  }

  @Test
  final void requests_in_another_order_bring_the_same_messages() {
    List<PushRequest> requests = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      requests.add(publish("laporan nomor " + i));
    }
    List<ChannelMessage> inOrder = openAll(requests);
    Collections.reverse(requests);

    assertThat(openAll(requests)).containsExactlyInAnyOrderElementsOf(inOrder);
    assertThat(inOrder).hasSizeGreaterThanOrEqualTo(5);
  }

  final List<ChannelMessage> openAll(List<PushRequest> requests) {
    List<ChannelMessage> all = new ArrayList<>();
    try (PushChannel channel = connect()) {
      for (PushRequest request : requests) {
        all.addAll(((PushVerdict.Genuine) channel.open(request)).messages());
      }
    }
    return all;
  }

  @Test
  final void many_threads_may_open_requests_at_the_same_time() {
    List<PushRequest> requests = List.of(publish(batch()), publish("lain"), signed(new byte[9]));
    List<PushVerdict> alone = requests.stream().map(this::open).toList();
    try (PushChannel channel = connect()) {
      List<Integer> wrong =
          Together.run(
              8,
              thread -> {
                int differing = 0;
                for (int i = thread; i < thread + 90; i++) {
                  PushVerdict verdict = channel.open(requests.get(i % 3));
                  differing += verdict.equals(alone.get(i % 3)) ? 0 : 1;
                }
                return differing;
              });

      assertThat(wrong).containsOnly(0);
    }
  }

  @Test
  final void own_messages_are_never_reports() {
    PushRequest own = publishOwn("jawaban dari kantor");
    assumeTrue(own != null, "this vendor never tells us of our own messages");

    assertThat(messages(Objects.requireNonNull(own)))
        .noneMatch(ChannelMessage.NewReport.class::isInstance)
        .noneMatch(ChannelMessage.Edited.class::isInstance)
        .noneMatch(ChannelMessage.NeedsFetch.class::isInstance);
  }

  @Test
  final void an_edit_comes_with_the_key_of_the_message_and_the_new_words() {
    ChannelMessage.NewReport report = onlyReport();
    PushRequest request = edit(report.key().externalId(), "Pohon sudah diangkat");
    assumeTrue(request != null, "this vendor tells of no edits");

    assertThat(messages(Objects.requireNonNull(request)))
        .filteredOn(ChannelMessage.Edited.class::isInstance)
        .map(ChannelMessage.Edited.class::cast)
        .satisfiesExactly(
            edited -> {
              assertThat(edited.key()).isEqualTo(report.key());
              assertThat(wordsOf(edited.report())).isEqualTo("Pohon sudah diangkat");
            });
  }

  @Test
  final void a_deletion_comes_with_the_key_of_the_message() {
    ChannelMessage.NewReport report = onlyReport();
    PushRequest request = delete(report.key().externalId());
    assumeTrue(request != null, "this vendor tells of no deletions");

    assertThat(messages(Objects.requireNonNull(request)))
        .contains(new ChannelMessage.Deleted(report.key()));
  }

  final ChannelMessage.NewReport onlyReport() {
    return PullingHost.reports(messages(publish(WORDS))).findFirst().orElseThrow();
  }

  @Test
  final void one_message_that_cannot_be_read_does_not_lose_its_neighbours() {
    PushRequest request = signedBatchWithOneBad("yang sebelum", "yang sesudah");
    assumeTrue(request != null, "one request holds one message");

    List<ChannelMessage> messages = messages(Objects.requireNonNull(request));

    assertThat(words(messages)).containsExactly("yang sebelum", "yang sesudah");
    assertThat(messages).as("nothing is passed over in silence").hasSize(3);
    assertThat(open(request))
        .as("the same when it comes again")
        .isEqualTo(new PushVerdict.Genuine(messages));
  }

  @Test
  final void hostile_words_come_unharmed() {
    for (String words : HostileWords.ALL) {
      if (words.length() <= mostCharacters()) {
        assertThat(words(messages(publish(words)))).containsExactly(words);
      }
    }
  }

  @Test
  final void the_longest_words_come_unharmed() {
    String words = HostileWords.ofLength(mostCharacters());

    assertThat(words(messages(publish(words))).equals(List.of(words))).isTrue();
  }

  @Test
  final void any_bytes_give_a_verdict_and_never_an_exception() {
    byte[] genuine = publish(batch()).body();
    try (PushChannel channel = connect()) {
      for (byte[] body : HostileBytes.from(genuine)) {
        PushRequest request = signed(body);
        PushVerdict verdict = Outcome.of(patience(), () -> channel.open(request)).get();
        if (verdict instanceof PushVerdict.Refused) {
          assertRefused(body.length + " bytes", verdict);
        }
      }
    }
  }

  @Test
  final void any_method_and_address_give_a_verdict_and_bring_nothing() {
    for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "X")) {
      for (String address :
          List.of("/", "/?a", "/?a=%20&b=%FF", "?hub.mode=subscribe&crc_token=")) {
        PushRequest request = PushRequest.of(method, URI.create(address), new byte[0], Map.of());
        PushVerdict verdict = open(request);

        assertThat(verdict)
            .as(method + " " + address)
            .isNotEqualTo(new PushVerdict.Genuine(List.of()))
            .isNotInstanceOf(PushVerdict.Genuine.class);
      }
    }
  }
}
