package org.tanggap.integrator;

import static org.tanggap.integrator.BrokenPigeon.that;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;

/** Pull channels that break one promise each. */
final class BrokenPulls {

  private static final int PAGE = 3;

  static final List<BrokenPigeon> ALL =
      List.of(
          that(
              "starts anew when nothing is there",
              "nothing_new_gives_an_empty_page_and_keeps_the_place",
              pulling(
                  (sound, cursor) -> {
                    Page page = sound.pull(cursor);
                    return page.messages().isEmpty()
                        ? new Page(List.of(), new Cursor("0"), false)
                        : page;
                  })),
          that(
              "says that there is more when there is not",
              "nothing_new_gives_an_empty_page_and_keeps_the_place",
              pulling(
                  (sound, cursor) -> {
                    Page page = sound.pull(cursor);
                    return new Page(
                        page.messages(),
                        page.cursor(),
                        page.hasMore() || (cursor != null && page.messages().isEmpty()));
                  })),
          that(
              "fails while nobody has written",
              "an_account_without_messages_gives_an_empty_page_and_a_place",
              pulling(
                  (sound, cursor) -> {
                    Page page = sound.pull(cursor);
                    if (cursor == null && page.messages().isEmpty()) {
                      throw ChannelException.of(Kind.MALFORMED, "there is nothing");
                    }
                    return page;
                  })),
          that(
              "begins with what comes from now on",
              "what_was_there_before_the_first_poll_comes_too",
              pulling(
                  (sound, cursor) -> {
                    Page page = sound.pull(cursor);
                    while (cursor == null && page.hasMore()) {
                      page = sound.pull(page.cursor());
                    }
                    return page;
                  })),
          that(
              "takes the key of another account",
              "a_message_comes_once_with_its_key_its_words_and_its_account",
              changing(
                  it ->
                      new ChannelMessage.NewReport(
                          new MessageKey(AccountId.of("pigeon", "lain"), it.key().externalId()),
                          it.report()))),
          that(
              "invents its own keys",
              "a_message_comes_once_with_its_key_its_words_and_its_account",
              changing(it -> new ChannelMessage.NewReport(other(it.key(), "!"), it.report()))),
          that(
              "writes the words in lower case",
              "a_message_comes_once_with_its_key_its_words_and_its_account",
              words(text -> text.toLowerCase(Locale.ROOT))),
          that(
              "gives every message twice",
              "a_message_comes_once_with_its_key_its_words_and_its_account",
              messages(
                  all -> {
                    List<ChannelMessage> twice = new ArrayList<>(all);
                    twice.addAll(all);
                    return twice;
                  })),
          that(
              "never says that there is more",
              "many_pages_come_completely_and_each_message_once",
              pulling(
                  (sound, cursor) -> {
                    Page page = sound.pull(cursor);
                    return new Page(page.messages(), page.cursor(), false);
                  })),
          that(
              "leaves out the last message of a full page",
              "many_pages_come_completely_and_each_message_once",
              messages(all -> all.size() == PAGE ? all.subList(0, PAGE - 1) : all)),
          that(
              "gives the newest first",
              "within_a_page_the_oldest_message_comes_first",
              messages(
                  all -> {
                    List<ChannelMessage> turned = new ArrayList<>(all);
                    Collections.reverse(turned);
                    return turned;
                  })),
          that(
              "gathers everything into one page",
              "a_page_holds_a_bounded_number_of_messages",
              pulling(
                  (sound, cursor) -> {
                    Page page = sound.pull(cursor);
                    List<ChannelMessage> all = new ArrayList<>(page.messages());
                    while (page.hasMore()) {
                      page = sound.pull(page.cursor());
                      all.addAll(page.messages());
                    }
                    return new Page(all, page.cursor(), false);
                  })),
          that(
              "takes what arrives between two pages for known",
              "after_an_outage_of_many_pages_everything_comes_while_more_arrives",
              at -> new SkipsWhatArrives(at.connect())),
          that(
              "goes on from its memory instead of the cursor",
              "a_page_that_was_not_stored_comes_again_in_full",
              at ->
                  new ForwardingPigeon(at.connect()) {
                    private @Nullable Cursor place;

                    @Override
                    public Page pull(@Nullable Cursor cursor) {
                      Page page = sound.pull(place == null ? cursor : place);
                      place = page.cursor();
                      return page;
                    }
                  }),
          that(
              "keeps the rest of what it has fetched in memory",
              "a_restart_between_any_two_pages_loses_nothing",
              at -> new KeepsTheRest(at.connect())),
          new BrokenPigeon(
              "names what comes again otherwise",
              "what_is_delivered_again_comes_with_the_same_keys",
              () -> {
                Set<String> seen = new HashSet<>();
                return changing(
                    it ->
                        seen.add(it.key().externalId())
                            ? it
                            : new ChannelMessage.NewReport(other(it.key(), "+"), it.report()));
              }),
          that(
              "writes a cursor that no store keeps",
              "a_cursor_is_plain_text",
              pulling(
                  (sound, cursor) -> {
                    Page page =
                        sound.pull(
                            cursor == null ? null : new Cursor(cursor.value().replace("\0", "")));
                    Cursor next = new Cursor(page.cursor().value() + "\0");
                    return new Page(page.messages(), next, page.hasMore());
                  })),
          that(
              "crashes on a cursor that is no number",
              "a_cursor_that_is_nonsense_is_malformed_or_a_fresh_start",
              pulling(
                  (sound, cursor) ->
                      sound.pull(
                          cursor == null
                              ? null
                              : new Cursor(Long.toString(Long.parseLong(cursor.value())))))),
          that(
              "goes to the end for a cursor that is nonsense",
              "a_cursor_that_is_nonsense_is_malformed_or_a_fresh_start",
              pulling(
                  (sound, cursor) ->
                      sound.pull(
                          cursor == null || cursor.value().matches("[0-9]{1,9}")
                              ? cursor
                              : new Cursor("999999999")))),
          that(
              "looks at the first character of a cursor that has none",
              "a_cursor_that_was_damaged_never_crashes_the_adapter",
              pulling(
                  (sound, cursor) ->
                      cursor != null && cursor.value().charAt(0) == '-'
                          ? sound.pull(null)
                          : sound.pull(cursor))),
          that(
              "steps over a page that it could not read",
              "a_failure_at_any_request_loses_nothing",
              pulling(
                  (sound, cursor) -> {
                    try {
                      return sound.pull(cursor);
                    } catch (ChannelException e) {
                      long place = cursor == null ? 0 : Long.parseLong(cursor.value());
                      return new Page(List.of(), new Cursor(Long.toString(place + PAGE)), true);
                    }
                  })),
          new BrokenPigeon(
              "keeps its place outside the cursor",
              "a_failure_and_a_restart_at_any_request_lose_nothing",
              () -> {
                AtomicLong place = new AtomicLong();
                return at ->
                    new ForwardingPigeon(at.connect()) {
                      private boolean fresh = true;

                      @Override
                      public Page pull(@Nullable Cursor cursor) {
                        long here = cursor == null ? 0 : Long.parseLong(cursor.value());
                        long from = fresh ? Math.max(here, place.get()) : here;
                        fresh = false;
                        // Noted before the page is there, and so a page too far after a failure.
                        place.set(from == 0 ? 0 : from + PAGE);
                        Page page = sound.pull(new Cursor(Long.toString(from)));
                        place.set(Long.parseLong(page.cursor().value()));
                        return page;
                      }
                    };
              }),
          that(
              "waits for ever",
              "silence_is_a_temporary_failure_that_comes_soon",
              failing(
                  e -> {
                    if (e.getCause() instanceof TimeoutException) {
                      waitLong();
                    }
                    return e;
                  })),
          that(
              "gives up for good at a fault of the vendor",
              "a_fault_of_the_vendor_is_a_temporary_failure",
              failing(e -> ChannelException.of(Kind.NOT_PERMITTED, "failed"))),
          that(
              "forgets when a limit ends",
              "a_limit_with_a_time_says_until_when_to_wait",
              failing(e -> ChannelException.of(Kind.TEMPORARY, "failed"))),
          that(
              "waits until the wrong time",
              "a_limit_with_a_time_says_until_when_to_wait",
              failing(
                  e ->
                      e.kind() == Kind.WAIT_UNTIL
                          ? ChannelException.waitUntil(
                              "failed",
                              e.findRetryAt().orElse(Instant.EPOCH).minus(Duration.ofHours(7)))
                          : e)),
          that(
              "takes a limit for nonsense",
              "a_limit_without_a_time_is_a_temporary_failure_or_a_wait",
              failing(e -> ChannelException.of(Kind.MALFORMED, "failed"))),
          that(
              "tries again with a credential that has run out",
              "a_credential_that_has_run_out_is_to_be_renewed",
              failing(e -> ChannelException.of(Kind.TEMPORARY, "failed"))),
          that(
              "says that it can renew its credential and cannot",
              "a_credential_that_has_run_out_is_to_be_renewed",
              failing(e -> ChannelException.of(Kind.REFRESH, "failed"))),
          that(
              "takes nonsense for nothing new",
              "an_answer_that_is_nothing_is_malformed",
              pulling(
                  (sound, cursor) -> {
                    try {
                      return sound.pull(cursor);
                    } catch (ChannelException e) {
                      return new Page(List.of(), cursor == null ? new Cursor("0") : cursor, false);
                    }
                  })),
          that(
              "takes half an answer for a ban",
              "an_answer_that_ends_in_the_middle_is_a_failure",
              failing(e -> ChannelException.of(Kind.NOT_PERMITTED, "failed"))),
          that(
              "leaves open whether it has read",
              "an_answer_that_got_lost_is_a_temporary_failure",
              failing(e -> ChannelException.of(Kind.UNCONFIRMED, "failed"))),
          that(
              "fails at a page with a message that it cannot read",
              "one_message_that_cannot_be_read_does_not_lose_its_neighbours",
              messages(
                  all -> {
                    if (all.stream().anyMatch(ChannelMessage.Malformed.class::isInstance)) {
                      throw ChannelException.of(Kind.MALFORMED, "unreadable");
                    }
                    return all;
                  })),
          that(
              "passes over what it cannot read",
              "one_message_that_cannot_be_read_does_not_lose_its_neighbours",
              messages(
                  all ->
                      all.stream()
                          .filter(it -> !(it instanceof ChannelMessage.Malformed))
                          .toList())),
          that(
              "does not know its own account",
              "own_messages_are_never_reports",
              at -> new ForwardingPigeon(at.connect("lain", Pigeons.SECRETS))),
          that(
              "stops at a page without reports",
              "pages_full_of_own_messages_hide_nothing",
              pulling(
                  (sound, cursor) -> {
                    Page page = sound.pull(cursor);
                    return cursor != null
                            && !page.messages().isEmpty()
                            && page.messages().stream()
                                .allMatch(ChannelMessage.Ignored.class::isInstance)
                        ? new Page(List.of(), cursor, false)
                        : page;
                  })),
          that(
              "takes an edit for a new message",
              "an_edit_comes_with_the_key_of_the_message_and_the_new_words",
              editing(it -> new ChannelMessage.NewReport(it.key(), it.report()))),
          new BrokenPigeon(
              "names an edition otherwise each time",
              "an_edit_comes_with_the_key_of_the_message_and_the_new_words",
              () -> {
                AtomicInteger number = new AtomicInteger();
                return editing(it -> edition(it, "e" + number.incrementAndGet()));
              }),
          that(
              "names all editions the same",
              "two_edits_have_two_editions",
              editing(it -> edition(it, "edited"))),
          that(
              "passes over deletions",
              "a_deletion_comes_with_the_key_of_the_message",
              messages(
                  all ->
                      all.stream().filter(it -> !(it instanceof ChannelMessage.Deleted)).toList())),
          that(
              "turns escapes into what they stand for",
              "hostile_words_come_unharmed",
              words(text -> text.replace("&amp;", "&").replace("\\n", "\n"))),
          that(
              "keeps sixteen bits of a character",
              "hostile_words_come_unharmed",
              words(BrokenPulls::sixteenBits)),
          that(
              "cuts long words off",
              "the_longest_words_come_unharmed",
              words(text -> text.substring(0, Math.min(text.length(), 10_000)))),
          that(
              "shows the credential",
              "failures_show_neither_words_nor_credentials",
              failing(
                  e ->
                      new ChannelException(
                          e.kind(),
                          "failed",
                          e.findRetryAt().orElse(null),
                          new IllegalStateException("Bearer " + FakePigeon.TOKEN)))),
          that(
              "keeps the last words in the cursor",
              "neither_the_channel_nor_its_pages_show_words_or_credentials",
              pulling(
                  (sound, cursor) -> {
                    Page page =
                        sound.pull(
                            cursor == null
                                ? null
                                : new Cursor(cursor.value().replaceFirst(",.*", "")));
                    Cursor next = new Cursor(page.cursor().value() + "," + lastWords(page));
                    return new Page(page.messages(), next, page.hasMore());
                  })),
          that(
              "calls while it connects",
              "connecting_and_asking_for_vitals_calls_nobody",
              at -> {
                PigeonChannel sound = at.connect();
                sound.pull(null);
                return new ForwardingPigeon(sound);
              }),
          new BrokenPigeon(
              "names its account otherwise after a restart",
              "the_account_is_the_same_after_a_restart",
              () -> {
                AtomicInteger number = new AtomicInteger();
                return at ->
                    new ForwardingPigeon(
                        at.connect("akun-" + number.incrementAndGet(), Pigeons.SECRETS));
              }),
          that(
              "complains when it is closed again",
              "closing_twice_is_harmless",
              ClosesOnce::connect));

  private BrokenPulls() {}

  private static BrokenPigeon.Connection pulling(
      BiFunction<PigeonChannel, @Nullable Cursor, Page> pull) {
    return at ->
        new ForwardingPigeon(at.connect()) {
          @Override
          public Page pull(@Nullable Cursor cursor) {
            return pull.apply(sound, cursor);
          }
        };
  }

  private static BrokenPigeon.Connection messages(UnaryOperator<List<ChannelMessage>> change) {
    return pulling(
        (sound, cursor) -> {
          Page page = sound.pull(cursor);
          return new Page(change.apply(page.messages()), page.cursor(), page.hasMore());
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

  private static BrokenPigeon.Connection editing(
      Function<ChannelMessage.Edited, ChannelMessage> change) {
    return messages(
        all ->
            all.stream()
                .map(it -> it instanceof ChannelMessage.Edited edited ? change.apply(edited) : it)
                .toList());
  }

  private static BrokenPigeon.Connection words(UnaryOperator<String> change) {
    return changing(
        it ->
            new ChannelMessage.NewReport(
                it.key(), Report.of(change.apply(it.report().text())), it.conversation()));
  }

  private static BrokenPigeon.Connection failing(UnaryOperator<ChannelException> change) {
    return pulling(
        (sound, cursor) -> {
          try {
            return sound.pull(cursor);
          } catch (ChannelException e) {
            throw change.apply(e);
          }
        });
  }

  private static ChannelMessage.Edited edition(ChannelMessage.Edited it, String name) {
    return new ChannelMessage.Edited(it.key(), name, it.report(), it.conversation());
  }

  private static MessageKey other(MessageKey key, String more) {
    return new MessageKey(key.account(), key.externalId() + more);
  }

  private static String sixteenBits(String text) {
    int[] points = text.codePoints().map(point -> point > 0xFFFF ? '?' : point).toArray();
    return new String(points, 0, points.length);
  }

  private static String lastWords(Page page) {
    String words = "";
    for (ChannelMessage message : page.messages()) {
      words = message instanceof ChannelMessage.NewReport it ? it.report().text() : words;
    }
    return words;
  }

  static void waitLong() {
    try {
      if (new CountDownLatch(1).await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody counts");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** After the first page of many it drops what was not there with the first. */
  private static final class SkipsWhatArrives extends ForwardingPigeon {

    private long end;

    SkipsWhatArrives(PigeonChannel sound) {
      super(sound);
    }

    @Override
    public Page pull(@Nullable Cursor cursor) {
      Page page = sound.pull(cursor);
      long from = cursor == null ? 0 : Long.parseLong(cursor.value());
      List<ChannelMessage> known =
          from > 0 && end > 0
              ? page.messages().subList(0, (int) Math.min(page.messages().size(), end - from))
              : page.messages();
      end = page.hasMore() && end == 0 ? newest(page) : page.hasMore() ? end : 0;
      return new Page(known, page.cursor(), page.hasMore());
    }

    private long newest(Page page) {
      Page last = page;
      while (last.hasMore()) {
        last = sound.pull(last.cursor());
      }
      return Long.parseLong(last.cursor().value());
    }
  }

  /** Fetches everything, moves the cursor to the end, and hands it out in pieces. */
  private static final class KeepsTheRest extends ForwardingPigeon {

    private final List<ChannelMessage> rest = new ArrayList<>();

    KeepsTheRest(PigeonChannel sound) {
      super(sound);
    }

    @Override
    public Page pull(@Nullable Cursor cursor) {
      Page page = sound.pull(cursor);
      rest.addAll(page.messages());
      while (page.hasMore()) {
        page = sound.pull(page.cursor());
        rest.addAll(page.messages());
      }
      List<ChannelMessage> some = List.copyOf(rest.subList(0, Math.min(PAGE, rest.size())));
      rest.subList(0, some.size()).clear();
      return new Page(some, page.cursor(), !rest.isEmpty());
    }
  }

  /** Complains when it is closed again. */
  static final class ClosesOnce extends ForwardingPigeon {

    private boolean closed;

    private ClosesOnce(PigeonChannel sound) {
      super(sound);
    }

    static ForwardingPigeon connect(Pigeons at) {
      return new ClosesOnce(at.connect());
    }

    @Override
    public void close() {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      closed = true;
    }
  }
}
