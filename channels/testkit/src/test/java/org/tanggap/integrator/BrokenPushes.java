package org.tanggap.integrator;

import static org.tanggap.integrator.BrokenPigeon.that;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;

/** Push channels that break one promise each. */
final class BrokenPushes {

  static final List<BrokenPigeon> ALL =
      List.of(
          that(
              "reads the first message only",
              "a_genuine_request_brings_its_messages_with_words_and_account",
              messages(all -> all.subList(0, Math.min(1, all.size())))),
          that(
              "takes the key of another account",
              "a_genuine_request_brings_its_messages_with_words_and_account",
              changing(
                  it ->
                      new ChannelMessage.NewReport(
                          new MessageKey(AccountId.of("pigeon", "lain"), it.key().externalId()),
                          it.report()))),
          that(
              "gives all messages of a request one key",
              "a_genuine_request_brings_its_messages_with_words_and_account",
              changing(it -> keyed(it, "satu"))),
          new BrokenPigeon(
              "refuses what it has seen",
              "a_copy_of_a_genuine_request_is_genuine",
              BrokenPushes::refusingWhatWasSeen),
          new BrokenPigeon(
              "refuses what the vendor delivers again",
              "a_request_that_comes_again_brings_equal_messages",
              BrokenPushes::refusingWhatWasSeen),
          that(
              "knows one secret only",
              "both_secrets_hold_while_one_takes_the_place_of_the_other",
              at ->
                  new ForwardingPigeon(
                      at.connect(FakePigeon.ACCOUNT, Pigeons.SECRETS.subList(0, 1)))),
          that(
              "has an old secret left",
              "a_secret_that_is_not_valid_is_refused",
              at -> {
                List<String> secrets = new ArrayList<>(Pigeons.SECRETS);
                secrets.add("retired-" + Pigeons.SECRETS.get(0));
                return new ForwardingPigeon(at.connect(FakePigeon.ACCOUNT, secrets));
              }),
          that(
              "takes what is not signed",
              "a_request_without_a_signature_is_refused",
              accepting((sent, request) -> sent.isEmpty() || sent.get(0).isBlank())),
          that(
              "compares as much as there is",
              "a_signature_that_was_changed_is_refused",
              accepting((sent, request) -> only(sent, it -> made(request).startsWith(it)))),
          that(
              "compares the first half",
              "a_signature_that_was_changed_is_refused",
              accepting(
                  (sent, request) ->
                      only(sent, it -> it.startsWith(made(request).substring(0, 40))))),
          that(
              "does without the prefix",
              "a_signature_without_its_prefix_is_refused",
              accepting((sent, request) -> only(sent, it -> made(request).endsWith("=" + it)))),
          that(
              "takes any of several signatures",
              "several_signatures_are_refused",
              accepting((sent, request) -> sent.contains(made(request)))),
          that(
              "looks for the signature elsewhere",
              "a_signature_in_another_header_is_refused",
              accepting(
                  (sent, request) -> request.header("Authorization").contains(made(request)))),
          that(
              "checks nothing but the form of a signature",
              "a_body_that_was_changed_by_one_character_is_refused",
              accepting((sent, request) -> only(sent, it -> it.matches("sha256=[0-9a-f]{64}")))),
          that(
              "checks nothing but the form of a signature, for any body",
              "the_signature_of_another_body_is_refused",
              accepting((sent, request) -> only(sent, it -> it.matches("sha256=[0-9a-f]{64}")))),
          that(
              "signs what it has read instead of the bytes",
              "the_same_content_in_other_bytes_is_refused",
              accepting(
                  (sent, request) -> only(sent, made(request, rewritten(request.body()))::equals))),
          that(
              "reads before it checks",
              "what_is_forged_is_refused_before_it_is_read",
              opening(
                  (sound, request) ->
                      PigeonApi.parse(request.body()).path("events").isArray()
                          ? sound.open(request)
                          : PushVerdict.Refused.of(400, "the body has no events"))),
          that(
              "does not look at the time",
              "a_recording_is_refused",
              accepting((sent, request) -> only(sent, made(request)::equals))),
          new BrokenPigeon(
              "draws a name for what it cannot read",
              "one_message_that_cannot_be_read_does_not_lose_its_neighbours",
              () -> {
                AtomicInteger number = new AtomicInteger();
                return messages(
                    all ->
                        all.stream()
                            .map(
                                it ->
                                    it instanceof ChannelMessage.Malformed
                                        ? new ChannelMessage.Malformed(
                                            "no " + number.incrementAndGet(), "unreadable")
                                        : it)
                            .toList());
              }),
          that(
              "passes over what it cannot read",
              "one_message_that_cannot_be_read_does_not_lose_its_neighbours",
              messages(
                  all ->
                      all.stream()
                          .filter(it -> !(it instanceof ChannelMessage.Malformed))
                          .toList())),
          that(
              "refuses the batch for one message",
              "one_message_that_cannot_be_read_does_not_lose_its_neighbours",
              opening(
                  (sound, request) -> {
                    PushVerdict verdict = sound.open(request);
                    return verdict instanceof PushVerdict.Genuine genuine
                            && genuine.messages().stream()
                                .anyMatch(ChannelMessage.Malformed.class::isInstance)
                        ? PushVerdict.Refused.of(400, "unreadable")
                        : verdict;
                  })),
          that(
              "drops what is older than the newest",
              "requests_in_another_order_bring_the_same_messages",
              at -> {
                AtomicInteger newest = new AtomicInteger();
                return messages(
                        all ->
                            all.stream()
                                .filter(
                                    it ->
                                        !(it instanceof ChannelMessage.NewReport report)
                                            || number(report)
                                                == newest.accumulateAndGet(
                                                    number(report), Math::max))
                                .toList())
                    .to(at);
              }),
          that(
              "keeps the request in a field",
              "many_threads_may_open_requests_at_the_same_time",
              at -> new KeepsTheRequest(at.connect())),
          that(
              "does not know its own account",
              "own_messages_are_never_reports",
              at -> new ForwardingPigeon(at.connect("lain", Pigeons.SECRETS))),
          that(
              "takes an edit for a new message",
              "an_edit_comes_with_the_key_of_the_message_and_the_new_words",
              messages(
                  all ->
                      all.stream()
                          .map(
                              it ->
                                  it instanceof ChannelMessage.Edited edited
                                      ? new ChannelMessage.NewReport(edited.key(), edited.report())
                                      : it)
                          .toList())),
          that(
              "passes over deletions",
              "a_deletion_comes_with_the_key_of_the_message",
              messages(
                  all ->
                      all.stream().filter(it -> !(it instanceof ChannelMessage.Deleted)).toList())),
          that(
              "turns escapes into what they stand for",
              "hostile_words_come_unharmed",
              words(text -> text.replace("\\n", "\n"))),
          that(
              "cuts long words off",
              "the_longest_words_come_unharmed",
              words(text -> text.substring(0, Math.min(text.length(), 10_000)))),
          that(
              "throws at what it cannot read",
              "any_bytes_give_a_verdict_and_never_an_exception",
              opening(
                  (sound, request) -> {
                    PushVerdict verdict = sound.open(request);
                    if (verdict instanceof PushVerdict.Refused refused
                        && refused.response().status() == 400) {
                      throw new IllegalArgumentException("unreadable");
                    }
                    return verdict;
                  })),
          that(
              "answers 500 to what it cannot read",
              "any_bytes_give_a_verdict_and_never_an_exception",
              opening(
                  (sound, request) -> {
                    PushVerdict verdict = sound.open(request);
                    return verdict instanceof PushVerdict.Refused refused
                            && refused.response().status() == 400
                        ? PushVerdict.Refused.of(500, "unreadable")
                        : verdict;
                  })),
          that(
              "takes its time with a large request",
              "any_bytes_give_a_verdict_and_never_an_exception",
              opening(
                  (sound, request) -> {
                    if (request.bodyLength() > 1 << 20) {
                      BrokenPulls.waitLong();
                    }
                    return sound.open(request);
                  })),
          that(
              "takes any method for an empty delivery",
              "any_method_and_address_give_a_verdict_and_bring_nothing",
              opening(
                  (sound, request) ->
                      request.method().equals("POST")
                          ? sound.open(request)
                          : new PushVerdict.Genuine(List.of()))),
          that(
              "tells what the signature should have been",
              "neither_a_verdict_nor_a_refusal_shows_words_or_secrets",
              opening(
                  (sound, request) ->
                      sound.open(request) instanceof PushVerdict.Refused
                          ? PushVerdict.Refused.of(401, "expected " + made(request))
                          : sound.open(request))),
          that(
              "asks for what was rejected again",
              "every_fate_is_acknowledged",
              at ->
                  new ForwardingPigeon(at.connect()) {
                    @Override
                    public PushResponse acknowledge(List<MessageFate> fates) {
                      boolean rejected =
                          fates.stream().anyMatch(it -> it.kind() == MessageFate.Kind.REJECTED);
                      return PushResponse.of(rejected ? 500 : 200, "");
                    }
                  }),
          that(
              "complains when it is closed again",
              "closing_twice_is_harmless",
              BrokenPulls.ClosesOnce::connect));

  private BrokenPushes() {}

  /** How a broken channel opens a request. */
  private interface Opening {
    PushVerdict open(PigeonChannel sound, PushRequest request);
  }

  private static BrokenPigeon.Connection opening(Opening opening) {
    return at ->
        new ForwardingPigeon(at.connect()) {
          @Override
          public PushVerdict open(PushRequest request) {
            return opening.open(sound, request);
          }
        };
  }

  /** Takes more than is genuine: what passes is signed anew. */
  private static BrokenPigeon.Connection accepting(BiPredicate<List<String>, PushRequest> also) {
    return opening(
        (sound, request) ->
            also.test(request.header(PigeonSignature.HEADER), request)
                ? sound.open(signed(request))
                : sound.open(request));
  }

  private static PushRequest signed(PushRequest request) {
    String now = Long.toString(Instant.parse("2026-11-21T02:15:00Z").getEpochSecond());
    String made = PigeonSignature.of(Pigeons.SECRETS.get(0), now, request.body());
    return PushRequest.of(
        request.body(),
        Map.of(PigeonSignature.HEADER, List.of(made), PigeonSignature.TIME, List.of(now)));
  }

  /** The genuine signature of a request, made with the first secret. */
  private static String made(PushRequest request) {
    return made(request, request.body());
  }

  private static String made(PushRequest request, byte[] body) {
    List<String> times = request.header(PigeonSignature.TIME);
    return times.isEmpty()
        ? "none"
        : PigeonSignature.of(Pigeons.SECRETS.get(0), times.get(0), body);
  }

  private static byte[] rewritten(byte[] body) {
    return PigeonApi.parse(body).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean only(List<String> sent, Predicate<String> condition) {
    return sent.size() == 1 && condition.test(sent.get(0));
  }

  private static BrokenPigeon.Connection refusingWhatWasSeen() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return opening(
        (sound, request) ->
            seen.addAll(request.header(PigeonSignature.HEADER))
                ? sound.open(request)
                : PushVerdict.Refused.of(409, "seen"));
  }

  private static BrokenPigeon.Connection messages(UnaryOperator<List<ChannelMessage>> change) {
    return opening(
        (sound, request) -> {
          PushVerdict verdict = sound.open(request);
          return verdict instanceof PushVerdict.Genuine genuine
              ? new PushVerdict.Genuine(change.apply(genuine.messages()))
              : verdict;
        });
  }

  private static BrokenPigeon.Connection changing(UnaryOperator<ChannelMessage.NewReport> change) {
    return messages(
        all ->
            all.stream()
                .map(
                    it -> it instanceof ChannelMessage.NewReport report ? change.apply(report) : it)
                .toList());
  }

  private static BrokenPigeon.Connection words(UnaryOperator<String> change) {
    return changing(
        it ->
            new ChannelMessage.NewReport(
                it.key(), Report.of(change.apply(it.report().text())), it.conversation()));
  }

  private static ChannelMessage.NewReport keyed(ChannelMessage.NewReport it, String id) {
    return new ChannelMessage.NewReport(new MessageKey(it.key().account(), id), it.report());
  }

  private static int number(ChannelMessage.NewReport report) {
    return Integer.parseInt(report.key().externalId().replace("pos-", ""));
  }

  /** Keeps the request in a field while it reads it. */
  private static final class KeepsTheRequest extends ForwardingPigeon {

    private volatile @Nullable PushRequest current;

    KeepsTheRequest(PigeonChannel sound) {
      super(sound);
    }

    @Override
    public PushVerdict open(PushRequest request) {
      current = request;
      LockSupport.parkNanos(100_000);
      PushRequest kept = current;
      return sound.open(kept == null ? request : kept);
    }
  }
}
