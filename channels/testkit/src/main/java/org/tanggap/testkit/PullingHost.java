package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;

/** Polls as a desk does: stores each page together with its cursor, and the cursor as text. */
final class PullingHost {

  private static final int MOST_PAGES = 10_000;

  private final Supplier<PullChannel> connect;
  private final Duration patience;
  private final List<Page> pages = new ArrayList<>();
  private PullChannel channel;
  private @Nullable Cursor cursor;

  PullingHost(Supplier<PullChannel> connect, Duration patience) {
    this.connect = connect;
    this.patience = patience;
    this.channel = Objects.requireNonNull(connect.get(), "connect() gives a channel");
  }

  PullChannel channel() {
    return channel;
  }

  @Nullable Cursor cursor() {
    return cursor;
  }

  /** A new process: only what was stored is left. */
  void restart() {
    channel.close();
    channel = connect.get();
  }

  void goOnFrom(@Nullable Cursor place) {
    cursor = place;
  }

  /** Asks for a page without storing it. */
  Outcome<Page> ask() {
    Cursor from = cursor;
    return Outcome.of(patience, () -> channel.pull(from));
  }

  void store(Page page) {
    byte[] text = page.cursor().value().getBytes(StandardCharsets.UTF_8);
    cursor = new Cursor(new String(text, StandardCharsets.UTF_8));
    pages.add(page);
  }

  Page take() {
    Page page = ask().get();
    store(page);
    return page;
  }

  /** Takes pages until no more is ready, and gives what they brought. */
  List<ChannelMessage> drain() {
    List<ChannelMessage> taken = new ArrayList<>();
    Page page = take();
    taken.addAll(page.messages());
    for (int i = 0; page.hasMore(); i++) {
      assertThat(i).as("pages that say that there is more").isLessThan(MOST_PAGES);
      page = take();
      taken.addAll(page.messages());
    }
    return taken;
  }

  /** As {@link #drain}, helping after each failure as a desk does; the last page must succeed. */
  List<ChannelMessage> drainThroughFailures(ManualClock clock, boolean restarting) {
    List<ChannelMessage> taken = new ArrayList<>();
    boolean more = true;
    for (int i = 0; more; i++) {
      assertThat(i).as("polls until everything is there").isLessThan(MOST_PAGES);
      Outcome<Page> outcome = ask();
      ChannelException failure = outcome.failure();
      if (failure == null) {
        store(outcome.get());
        taken.addAll(outcome.get().messages());
        more = outcome.get().hasMore();
      } else {
        help(failure, clock, restarting);
      }
    }
    return taken;
  }

  /** What a desk does about a failure: wait, renew, and here also start anew. */
  void help(ChannelException failure, ManualClock clock, boolean restarting) {
    failure
        .findRetryAt()
        .filter(clock.instant()::isBefore)
        .ifPresent(at -> clock.advance(Duration.between(clock.instant(), at)));
    if (restarting) {
      restart();
    } else if (failure.kind() == ChannelException.Kind.REFRESH) {
      Outcome.of(patience, this::refresh).get();
    }
  }

  private PullChannel refresh() {
    channel.refresh();
    return channel;
  }

  /** All pages that were stored. */
  List<Page> pages() {
    return List.copyOf(pages);
  }

  /** Everything that was stored. */
  List<ChannelMessage> stored() {
    return pages.stream().flatMap(page -> page.messages().stream()).toList();
  }

  /** The ids of new reports, in order. */
  static List<String> ids(List<ChannelMessage> messages) {
    return reports(messages).map(report -> report.key().externalId()).toList();
  }

  static Stream<ChannelMessage.NewReport> reports(List<ChannelMessage> messages) {
    return messages.stream()
        .filter(ChannelMessage.NewReport.class::isInstance)
        .map(ChannelMessage.NewReport.class::cast);
  }
}
