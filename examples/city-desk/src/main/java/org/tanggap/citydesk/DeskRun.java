package org.tanggap.citydesk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Complaint;
import org.tanggap.desk.AccountPoll;
import org.tanggap.desk.DeadlineSweep;
import org.tanggap.desk.DeskEvent;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.ComplaintQuery;

/** One run of the city desk: takes the feed in, serves the pages, watches the clocks, stops. */
final class DeskRun implements AutoCloseable {

  private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);
  private static final int ANSWERS_AT_ONCE = 200;
  private static final int COMPLAINTS_AT_ONCE = 500;

  private final PrintWriter out;
  private final DeskWiring wiring;
  private final FeedbackDesk desk;
  private final DeskView view;
  private final Map<AccountId, String> failuresTold = new HashMap<>();
  private final CountDownLatch stopRequested = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** What was asked for on the command line; null means the sample's own. */
  record Settings(
      @Nullable Path boundaries,
      @Nullable Path feed,
      @Nullable Path units,
      @Nullable Path accounts,
      @Nullable Path templates,
      DeskDatabase.Settings database,
      int port,
      @Nullable String appSecret) {}

  private DeskRun(Settings settings, PrintWriter out) {
    this.out = out;
    this.wiring = DeskWiring.of(settings, line -> say("%s", line));
    this.desk = wiring.desk();
    this.view = wiring.parts().view();
  }

  /** Opens everything that can fail, so that a fault shows before the first report is taken. */
  static DeskRun start(Settings settings, PrintWriter out) {
    DeskRun run = new DeskRun(settings, out);
    Runtime.getRuntime().addShutdownHook(new Thread(run::stopOnSignal, "stop"));
    return run;
  }

  /** Takes the feed in, tells where it went, then serves and reads on until told to stop. */
  void untilStopped() {
    wiring.server().start();
    say("the page is at %s", address());
    load();
    takeAll();
    if (isGoingOn() && wiring.isOnSample()) {
      Sample.comeToTheCounter(desk);
      new SampleOffices(desk).work();
      say("the sample's offices have worked on some of the complaints: none of that is real");
    }
    checkDeadlines();
    new DeskReport(wiring.parts()).lines().forEach(line -> say("%s", line));
    say("");
    if (isGoingOn()) {
      view.feedIsIn();
      say("Open %s - stop with Ctrl-C.", address());
    } else {
      say("told to stop; the next start goes on from here");
    }
    Duration pause = Duration.ZERO;
    while (!waitForStop(pause)) {
      takeAll();
      checkDeadlines();
      pause = desk.deliver(ANSWERS_AT_ONCE).isEmpty() ? BETWEEN_POLLS : Duration.ZERO;
    }
  }

  /** Tells the listeners what was stored before, as if it happened now. */
  private void load() {
    ComplaintQuery query = ComplaintQuery.all().limit(COMPLAINTS_AT_ONCE);
    ComplaintPage page;
    do {
      page = desk.list(query);
      for (Complaint complaint : page.complaints()) {
        DeskEvent stored = new DeskEvent.ComplaintStored(complaint, complaint.history());
        view.on(stored);
        wiring.parts().alerts().on(stored);
      }
      query = query.after(page.end());
    } while (page.complaints().size() == COMPLAINTS_AT_ONCE);
  }

  /** Takes pages until there is no more, and tells how far it is about once a second. */
  private void takeAll() {
    int taken = 0;
    long told = System.nanoTime();
    boolean hasMore = true;
    while (hasMore && isGoingOn()) {
      hasMore = false;
      for (AccountPoll poll : desk.poll(wiring.workers()).join()) {
        tellFailure(poll);
        view.count(poll.results());
        taken += poll.results().size();
        hasMore |= poll.hasMore();
      }
      if (taken > 0 && (!hasMore || System.nanoTime() - told > 1_000_000_000L)) {
        say("%,d reports read", taken);
        told = System.nanoTime();
      }
    }
  }

  /** Warns and escalates what is due by now, and closes what nobody disputed in time. */
  private void checkDeadlines() {
    int alerts = 0;
    int closed = 0;
    DeadlineSweep sweep;
    do {
      sweep = desk.checkDeadlines(COMPLAINTS_AT_ONCE);
      alerts += sweep.alerts().size();
      closed += sweep.closed();
    } while (sweep.looked() == COMPLAINTS_AT_ONCE && isGoingOn());
    if (alerts + closed > 0) {
      say("%,d warnings and escalations, %,d complaints closed", alerts, closed);
    }
  }

  /** Tells a failure when it begins, not at each poll while it lasts. */
  private void tellFailure(AccountPoll poll) {
    String failure = poll.findFailure().map(ChannelException::getMessage).orElse("");
    String before = failuresTold.put(poll.account(), failure);
    if (!failure.isEmpty() && !failure.equals(before)) {
      say("%s: %s", poll.account(), failure);
    }
  }

  private boolean isGoingOn() {
    return stopRequested.getCount() > 0;
  }

  private boolean waitForStop(Duration time) {
    try {
      return stopRequested.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  void requestStop() {
    stopRequested.countDown();
  }

  /** Lets the page that is being taken end, closes everything, and ends with status 0. */
  private void stopOnSignal() {
    if (stopped.getCount() == 0) {
      return;
    }
    requestStop();
    try {
      if (stopped.await(30, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    wiring.close();
    say("stopped; everything taken in is stored");
    stopped.countDown();
  }

  String address() {
    return wiring.server().address();
  }

  /** For tests, which send reports that no file can hold. */
  FeedbackDesk desk() {
    return desk;
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
