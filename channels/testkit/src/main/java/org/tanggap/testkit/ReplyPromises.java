package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Reporter;
import org.tanggap.testkit.FakeVendor.Fault;

/** What a reply channel brings to a citizen: what is allowed, once, unharmed. */
abstract class ReplyPromises {

  static final String WORDS = "Petugas sudah menambal jalan itu";

  private int replies;

  abstract FakeVendor vendor();

  abstract ReplyChannel connect();

  abstract ReplyTarget target();

  abstract List<String> delivered();

  abstract String secret();

  abstract @Nullable ReplyTarget targetTooOld();

  abstract List<Photo> photos();

  abstract int deliveredPhotos();

  abstract boolean givesIds();

  abstract Set<Fault> impossible();

  abstract ManualClock clock();

  abstract Duration patience();

  final Reply reply(ReplyTarget to, String text) {
    return new Reply(new UUID(0x0193_9E4C_0000_7000L, ++replies), to, text, List.of(), false);
  }

  final Outcome<SentReply> send(ReplyChannel channel, Reply reply) {
    return Outcome.of(patience(), () -> channel.send(reply));
  }

  /** How many answers with these words have reached citizens. */
  final long arrivals(String text) {
    return delivered().stream().filter(words -> words.contains(text)).count();
  }

  final int calls() {
    return vendor().requests().size();
  }

  static ReplyPermission.Allowed allowed(ReplyChannel channel, ReplyTarget target) {
    ReplyPermission permission = channel.permission(target);
    assertThat(permission).as("see target()").isInstanceOf(ReplyPermission.Allowed.class);
    return (ReplyPermission.Allowed) permission;
  }

  @Test
  final void an_answer_arrives_once_with_its_words() {
    int before = delivered().size();
    try (ReplyChannel channel = connect()) {
      send(channel, reply(target(), WORDS)).get();
    }
    assertThat(delivered()).hasSize(before + 1);
    assertThat(arrivals(WORDS)).isEqualTo(1);
  }

  @Test
  final void an_answer_has_the_id_that_the_vendor_gave_it() {
    assumeTrue(givesIds(), "this vendor gives no ids");
    ReplyTarget target = target();
    try (ReplyChannel channel = connect()) {
      String first = send(channel, reply(target, WORDS)).get().externalId();
      String second = send(channel, reply(target, WORDS + " 2")).get().externalId();

      assertThat(first).isNotBlank();
      assertThat(second).isNotBlank().isNotEqualTo(first);
    }
  }

  @Test
  final void two_answers_with_the_same_words_arrive_both() {
    ReplyTarget target = target();
    try (ReplyChannel channel = connect()) {
      send(channel, reply(target, WORDS)).get();
      send(channel, reply(target, WORDS)).get();
    }
    assertThat(arrivals(WORDS)).isEqualTo(2);
  }

  @Test
  final void hostile_words_arrive_unharmed() {
    ReplyTarget target = target();
    try (ReplyChannel channel = connect()) {
      ReplyPermission.Allowed allowed = allowed(channel, target);
      for (String words : HostileWords.ALL) {
        if (channel.lengthOf(words) <= allowed.maxCharacters()) {
          send(channel, reply(target, words)).get();
          assertThat(arrivals(words)).as(words).isEqualTo(1);
        }
      }
    }
  }

  @Test
  final void photos_go_with_an_answer() {
    ReplyTarget target = target();
    try (ReplyChannel channel = connect()) {
      int most = allowed(channel, target).maxPhotos();
      assumeTrue(most > 0, "this channel takes no photos");
      List<Photo> photos = photos().subList(0, Math.min(most, photos().size()));
      assertThat(photos).as("see photos()").isNotEmpty();
      Reply plain = reply(target, WORDS);

      send(channel, new Reply(plain.id(), target, WORDS, photos, false)).get();

      assertThat(deliveredPhotos()).isEqualTo(photos.size());
      assertThat(arrivals(WORDS)).isEqualTo(1);
    }
  }

  @Test
  final void permission_is_told_without_a_call() {
    ReplyTarget target = target();
    int before = calls();
    try (ReplyChannel channel = connect()) {
      allowed(channel, target);
      assertThat(channel.vitals()).isNotNull();
    }
    assertThat(calls()).isEqualTo(before);
  }

  @Test
  final void a_text_at_the_limit_arrives_and_one_beyond_is_refused_without_a_call() {
    ReplyTarget target = target();
    try (ReplyChannel channel = connect()) {
      int most = allowed(channel, target).maxCharacters();
      assumeTrue(most <= 1_000_000, "this vendor has no limit that anybody meets");
      for (String character : List.of("a", "\u00e9", "\ud83c\udf0a")) {
        String longest = longest(channel, character, most);
        send(channel, reply(target, longest)).get();
        assertThat(arrivals(longest)).as("at the limit").isEqualTo(1);

        int before = calls();
        Outcome<SentReply> outcome = send(channel, reply(target, longest + character));
        assertThat(outcome.kind()).as("beyond the limit").isEqualTo(Kind.NOT_PERMITTED);
        assertThat(calls()).as("calls for a text beyond the limit").isEqualTo(before);
      }
    }
  }

  static String longest(ReplyChannel channel, String character, int most) {
    int fits = 0;
    int beyond = most + 1;
    while (beyond - fits > 1) {
      int middle = (fits + beyond) >>> 1;
      if (channel.lengthOf(character.repeat(middle)) <= most) {
        fits = middle;
      } else {
        beyond = middle;
      }
    }
    return character.repeat(fits);
  }

  @Test
  final void a_message_that_is_too_old_is_left_to_a_person() {
    ReplyTarget old = targetTooOld();
    assumeTrue(old != null, "this vendor lets us answer for ever");
    ReplyTarget target = Objects.requireNonNull(old);
    int before = calls();
    try (ReplyChannel channel = connect()) {
      assertThat(channel.permission(target)).isInstanceOf(ReplyPermission.ByHand.class);
      assertThat(calls()).isEqualTo(before);
      assertThat(send(channel, reply(target, WORDS)).kind()).isEqualTo(Kind.NOT_PERMITTED);
    }
    assertThat(arrivals(WORDS)).isZero();
  }

  @Test
  final void a_permission_ends_after_it_began() {
    ReplyTarget target = target();
    try (ReplyChannel channel = connect()) {
      Instant until = allowed(channel, target).until();
      assumeTrue(until != null, "this vendor lets us answer for ever");
      assertThat(until).isAfter(clock().instant());
      clock().advance(Duration.between(clock().instant(), until));
      assertThat(channel.permission(target)).isInstanceOf(ReplyPermission.ByHand.class);
    }
  }

  @Test
  final void an_erased_person_and_a_strange_hint_never_crash_the_adapter() {
    ReplyTarget target = target();
    try (ReplyChannel channel = connect()) {
      for (String hint :
          List.of(target.hint(), "", "bukan petunjuk", "{", "[]", "null", "\u0000")) {
        for (Reporter person : new Reporter[] {target.reporter(), null}) {
          ReplyTarget strange = new ReplyTarget(target.message(), target.sentAt(), person, hint);
          assertThat(channel.permission(strange)).isNotNull();
          // Whatever comes of it, it is an id or a ChannelException.
          assertThat(send(channel, reply(strange, WORDS))).isNotNull();
        }
      }
    }
  }
}
