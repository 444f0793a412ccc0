package org.tanggap.integrator;

import static org.tanggap.integrator.BrokenPigeon.that;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;

/** Reply channels that break one promise each. */
final class BrokenReplies {

  static final List<BrokenPigeon> ALL =
      List.of(
          that(
              "sends twice",
              "an_answer_arrives_once_with_its_words",
              sending(
                  (sound, reply) -> {
                    SentReply sent = sound.send(reply);
                    sound.send(withId(reply, new UUID(1, 1)));
                    return sent;
                  })),
          that(
              "says that it has sent and has not",
              "an_answer_arrives_once_with_its_words",
              sending((sound, reply) -> new SentReply("jawaban-1"))),
          that(
              "keeps the id to itself",
              "an_answer_has_the_id_that_the_vendor_gave_it",
              sending(
                  (sound, reply) -> {
                    SentReply sent = sound.send(reply);
                    return sent.findExternalId().isPresent() ? SentReply.WITHOUT_ID : sent;
                  })),
          that(
              "gives the id of the message that is answered",
              "an_answer_has_the_id_that_the_vendor_gave_it",
              sending(
                  (sound, reply) -> {
                    SentReply sent = sound.send(reply);
                    return sent.findExternalId().isPresent()
                        ? new SentReply(reply.to().message().externalId())
                        : sent;
                  })),
          new BrokenPigeon(
              "takes the same words for the same answer",
              "two_answers_with_the_same_words_arrive_both",
              () -> {
                Set<String> said = ConcurrentHashMap.newKeySet();
                return sending(
                    (sound, reply) ->
                        said.add(reply.text()) ? sound.send(reply) : new SentReply("jawaban-1"));
              }),
          that(
              "turns escapes into what they stand for",
              "hostile_words_arrive_unharmed",
              sending(
                  (sound, reply) ->
                      sound.send(withText(reply, text -> text.replace("\\n", "\n"))))),
          that(
              "leaves the photos behind",
              "photos_go_with_an_answer",
              sending(
                  (sound, reply) ->
                      sound.send(
                          new Reply(
                              reply.id(),
                              reply.to(),
                              reply.text(),
                              List.of(),
                              reply.mayBeSent())))),
          that(
              "calls for a permission",
              "permission_is_told_without_a_call",
              permitting(
                  (sound, to) -> {
                    sound.pull(null);
                    return sound.permission(to);
                  })),
          that(
              "cuts long words off",
              "a_text_at_the_limit_arrives_and_one_beyond_is_refused_without_a_call",
              sending((sound, reply) -> sound.send(withText(reply, text -> cut(text, 1_000))))),
          that(
              "counts what needs two chars twice",
              "a_text_at_the_limit_arrives_and_one_beyond_is_refused_without_a_call",
              sending(
                  (sound, reply) -> {
                    if (reply.text().length() > 1_000) {
                      throw ChannelException.of(Kind.NOT_PERMITTED, "too long");
                    }
                    return sound.send(reply);
                  })),
          that(
              "asks the vendor whether a text is too long",
              "a_text_at_the_limit_arrives_and_one_beyond_is_refused_without_a_call",
              sending(
                  (sound, reply) -> {
                    if (sound.lengthOf(reply.text()) > 1_000) {
                      sound.pull(null);
                    }
                    return sound.send(reply);
                  })),
          that(
              "permits for ever",
              "a_message_that_is_too_old_is_left_to_a_person",
              permitting((sound, to) -> ReplyPermission.Allowed.words(1_000))),
          that(
              "permits beyond the end of the permission",
              "a_permission_ends_after_it_began",
              permitting(
                  (sound, to) ->
                      ReplyPermission.Allowed.words(1_000)
                          .withUntil(to.sentAt().plus(Duration.ofDays(7))))),
          that(
              "permits until a time that is over",
              "a_permission_ends_after_it_began",
              permitting(
                  (sound, to) -> ReplyPermission.Allowed.words(1_000).withUntil(Instant.EPOCH))),
          that(
              "needs the person",
              "an_erased_person_and_a_strange_hint_never_crash_the_adapter",
              sending(
                  (sound, reply) -> {
                    Objects.requireNonNull(reply.to().reporter(), "reporter");
                    return sound.send(reply);
                  })),
          that(
              "takes silence for a refusal",
              "silence_leaves_open_whether_the_answer_was_taken",
              failing(Kind.TEMPORARY)),
          that(
              "takes a lost answer for a refusal",
              "an_answer_that_got_lost_leaves_open_whether_it_was_taken",
              failing(Kind.TEMPORARY)),
          that(
              "takes an unreadable confirmation for a refusal",
              "a_confirmation_that_cannot_be_read_leaves_open_whether_it_was_taken",
              failing(Kind.MALFORMED)),
          that(
              "gives up for good at a fault of the vendor",
              "a_fault_of_the_vendor_is_temporary_or_leaves_it_open",
              failing(Kind.NOT_PERMITTED)),
          that(
              "forgets when a limit ends",
              "a_limit_with_a_time_says_until_when_to_wait",
              failing(Kind.TEMPORARY)),
          that(
              "takes a limit for a ban",
              "a_limit_without_a_time_is_a_temporary_failure_or_a_wait",
              failing(Kind.NOT_PERMITTED)),
          that(
              "tries again with a credential that has run out",
              "a_credential_that_has_run_out_is_to_be_renewed",
              failing(Kind.TEMPORARY)),
          that(
              "sends a repetition under another id",
              "after_any_failure_at_any_request_the_answer_arrives_once_at_the_next_attempt",
              repeating((sound, reply) -> sound.send(withId(reply, new UUID(2, 2))))),
          that(
              "takes every repetition for sent",
              "after_any_failure_at_any_request_the_answer_arrives_once_at_the_next_attempt",
              repeating((sound, reply) -> SentReply.WITHOUT_ID)),
          that(
              "takes every repetition for sent, after a restart",
              "a_repetition_after_a_restart_arrives_once",
              repeating((sound, reply) -> SentReply.WITHOUT_ID)),
          that(
              "recognises repetitions from memory",
              "a_repetition_after_a_restart_arrives_once",
              at ->
                  new ForwardingPigeon(at.connect()) {
                    private final Set<UUID> sent = ConcurrentHashMap.newKeySet();

                    @Override
                    public SentReply send(Reply reply) {
                      return sent.add(reply.id())
                          ? sound.send(withId(reply, UUID.randomUUID()))
                          : SentReply.WITHOUT_ID;
                    }
                  }),
          that(
              "quotes the answer",
              "failures_show_neither_words_nor_person_nor_credential",
              quoting(reply -> reply.text())),
          that(
              "names the person",
              "failures_show_neither_words_nor_person_nor_credential",
              quoting(reply -> String.valueOf(reply.to().message()) + "warga-7")),
          that(
              "calls while it connects",
              "connecting_calls_nobody",
              at -> {
                PigeonChannel sound = at.connect();
                sound.pull(null);
                return new ForwardingPigeon(sound);
              }),
          that(
              "complains when it is closed again",
              "closing_twice_is_harmless",
              BrokenPulls.ClosesOnce::connect));

  private BrokenReplies() {}

  private static BrokenPigeon.Connection sending(BiFunction<PigeonChannel, Reply, SentReply> send) {
    return at ->
        new ForwardingPigeon(at.connect()) {
          @Override
          public SentReply send(Reply reply) {
            return send.apply(sound, reply);
          }
        };
  }

  private static BrokenPigeon.Connection repeating(
      BiFunction<PigeonChannel, Reply, SentReply> send) {
    return sending(
        (sound, reply) -> reply.mayBeSent() ? send.apply(sound, reply) : sound.send(reply));
  }

  private static BrokenPigeon.Connection permitting(
      BiFunction<PigeonChannel, ReplyTarget, ReplyPermission> permission) {
    return at ->
        new ForwardingPigeon(at.connect()) {
          @Override
          public ReplyPermission permission(ReplyTarget to) {
            return permission.apply(sound, to);
          }
        };
  }

  private static BrokenPigeon.Connection failing(Kind kind) {
    return sending(
        (sound, reply) -> {
          try {
            return sound.send(reply);
          } catch (ChannelException e) {
            throw ChannelException.of(kind, "failed");
          }
        });
  }

  private static BrokenPigeon.Connection quoting(Function<Reply, String> quote) {
    return sending(
        (sound, reply) -> {
          try {
            return sound.send(reply);
          } catch (ChannelException e) {
            throw ChannelException.of(e.kind(), "failed with " + quote.apply(reply));
          }
        });
  }

  private static Reply withId(Reply reply, UUID id) {
    return new Reply(id, reply.to(), reply.text(), reply.photos(), reply.mayBeSent());
  }

  private static Reply withText(Reply reply, UnaryOperator<String> change) {
    return new Reply(
        reply.id(), reply.to(), change.apply(reply.text()), reply.photos(), reply.mayBeSent());
  }

  private static String cut(String text, int most) {
    int[] points = text.codePoints().limit(most).toArray();
    return new String(points, 0, points.length);
  }
}
