package org.tanggap.citydesk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.citizenapp.CitizenApp;
import org.tanggap.channel.feed.FileFeed;
import org.tanggap.complaint.AccountId;
import org.tanggap.desk.AccountPoll;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.geo.Boundaries;
import org.tanggap.responsibility.InvalidResponsibilitiesException;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.JdbcStore;
import org.tanggap.store.StoreException;

/** One run of the city desk: wires the library, takes the feed in, serves the page, stops. */
final class DeskRun implements AutoCloseable {

  static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  static final AccountId APP = AccountId.of("app", "citizen");

  private static final Duration BETWEEN_POLLS = Duration.ofSeconds(1);
  private static final int ANSWERS_AT_ONCE = 200;

  private final PrintWriter out;
  private final HikariDataSource dataSource;
  private final FeedbackDesk desk;
  private final DeskView view;
  private final DeskServer server;
  private final Path feed;
  private final boolean onSample;
  private final Map<AccountId, String> failuresTold = new HashMap<>();
  private final CountDownLatch stopRequested = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** What was asked for on the command line; null means the sample's own. */
  record Settings(
      @Nullable Path boundaries,
      @Nullable Path feed,
      @Nullable Path units,
      String database,
      int port,
      @Nullable String appSecret) {}

  private DeskRun(Settings settings, PrintWriter out) {
    this.out = out;
    this.onSample = settings.feed() == null;
    if (settings.feed() != null && !Files.exists(settings.feed())) {
      throw new CannotStartException(
          settings.feed() + ": there is no such feed. Give --feed a file or a folder that exists.",
          null);
    }
    Boundaries boundaries =
        settings.boundaries() == null
            ? Sample.boundaries()
            : Boundaries.read(settings.boundaries());
    say("boundaries %s: %,d areas", boundaries.version(), boundaries.jurisdictions().size());
    boundaries.notices().warnings().forEach(line -> say("  noticed: %s", line));
    Responsibilities responsibilities = readUnits(settings.units());

    checkDatabase(settings.database());
    Path answers = answerFile(settings.database());
    this.feed = settings.feed() == null ? Sample.feed() : settings.feed();
    checkAnswers(answers);
    this.dataSource = openDatabase(settings.database());
    try {
      JdbcStore store = openStore(dataSource, settings.database());
      SlaPolicy sla = SlaPolicy.resolveWithin(Budget.hours(72)).withZone(ZONE);
      String notice = settings.boundaries() == null ? Sample.NOTICE : "";
      this.view = new DeskView(sla, store, boundaries.version(), notice, InstantSource.system());
      FeedbackDesk.Builder builder =
          FeedbackDesk.builder()
              .jurisdictions(boundaries.index())
              .responsibilities(responsibilities)
              .categorizer(Sample.categorizer())
              .sla(sla)
              .store(store)
              .receipts(Sample::receipt)
              .listener(view)
              .channel(
                  FileFeed.builder(AccountId.of("feed", nameOf(feed)), feed, ZONE)
                      .answersTo(answers)
                      .build());
      if (settings.appSecret() != null) {
        builder.channel(citizenApp(settings.appSecret()));
      }
      this.desk = builder.build();
      this.server = DeskServer.bind(settings.port(), desk, view, boundaries);
      say("answers to citizens go to %s", answers);
    } catch (RuntimeException e) {
      dataSource.close();
      throw e;
    }
  }

  /** Opens everything that can fail, so that a fault shows before the first report is taken. */
  static DeskRun start(Settings settings, PrintWriter out) {
    DeskRun run = new DeskRun(settings, out);
    Runtime.getRuntime().addShutdownHook(new Thread(run::stopOnSignal, "stop"));
    return run;
  }

  private static Responsibilities readUnits(@Nullable Path units) {
    try {
      if (units != null && Files.isDirectory(units)) {
        throw new CannotStartException(units + ": it is a folder. Give --units a file.", null);
      }
      return units == null ? Sample.responsibilities() : Responsibilities.read(units);
    } catch (InvalidResponsibilitiesException e) {
      throw new CannotStartException(
          "the units cannot be used: " + e.getMessage() + ". Put them right, or leave --units out.",
          e);
    } catch (UncheckedIOException e) {
      throw new CannotStartException(
          units + ": the units cannot be read. Give --units a file that exists.", e);
    }
  }

  private static String nameOf(Path feed) {
    return String.valueOf(feed.toAbsolutePath().normalize().getFileName());
  }

  private static void checkDatabase(String url) {
    if (!url.startsWith("jdbc:sqlite:")) {
      throw new CannotStartException(
          "the database " + url + " is not supported. Give --db a URL like jdbc:sqlite:desk.db.",
          null);
    }
    if (url.equals("jdbc:sqlite:") || url.contains(":memory:") || url.contains("mode=memory")) {
      throw new CannotStartException(
          "the database " + url + " is no file. Give --db a URL like jdbc:sqlite:desk.db.", null);
    }
  }

  /** Answers that are written into the feed would come back as reports, without end. */
  private void checkAnswers(Path answers) {
    Path inFeed = feed.toAbsolutePath().normalize();
    Path written = answers.toAbsolutePath().normalize();
    if (written.equals(inFeed) || inFeed.equals(written.getParent())) {
      throw new CannotStartException(
          feed
              + ": the answers would be written into the feed, as "
              + answers
              + ". Give --db a database elsewhere.",
          null);
    }
  }

  private static HikariDataSource openDatabase(String url) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA schema_version");
    } catch (SQLException e) {
      throw new CannotStartException(
          url + " cannot be opened: " + e.getMessage() + ". Give --db another file.", e);
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(4);
    config.setPoolName("city-desk");
    return new HikariDataSource(config);
  }

  private static JdbcStore openStore(HikariDataSource dataSource, String url) {
    try {
      return JdbcStore.on(dataSource);
    } catch (StoreException e) {
      throw new CannotStartException(
          url
              + " cannot be used: "
              + e.getMessage()
              + ". Give --db another file; the tables of this one were left as they are.",
          e);
    }
  }

  private static Path answerFile(String url) {
    String file = url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*$", "");
    return Path.of(file.replaceFirst("\\.db$", "") + "-answers.ndjson");
  }

  private static CitizenApp citizenApp(String secret) {
    try {
      return CitizenApp.builder(APP, ZONE).secret(secret.getBytes(StandardCharsets.UTF_8)).build();
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(
          "CITY_DESK_APP_SECRET is too short: " + e.getMessage() + ".", e);
    }
  }

  /** Takes the feed in, tells where it went, then serves and reads on until told to stop. */
  void untilStopped() {
    server.start();
    say("the page is at %s", server.address());
    view.load();
    takeAll();
    if (isGoingOn() && onSample) {
      Sample.letOfficesWork(desk);
      say("the sample's offices have worked on some of the complaints");
    }
    new DeskReport(view).lines().forEach(line -> say("%s", line));
    say("");
    if (isGoingOn()) {
      view.feedIsIn();
      say("Open %s - stop with Ctrl-C.", server.address());
    } else {
      say("told to stop; the next start goes on from here");
    }
    Duration pause = Duration.ZERO;
    while (!waitForStop(pause)) {
      takeAll();
      pause = desk.deliver(ANSWERS_AT_ONCE).isEmpty() ? BETWEEN_POLLS : Duration.ZERO;
    }
  }

  /** Takes pages until there is no more, and tells how far it is about once a second. */
  private void takeAll() {
    int taken = 0;
    long told = System.nanoTime();
    boolean hasMore = true;
    while (hasMore && isGoingOn()) {
      hasMore = false;
      for (AccountPoll poll : desk.poll()) {
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
    server.close();
    desk.close();
    dataSource.close();
    if (onSample) {
      Sample.discard(feed);
    }
    say("stopped; everything taken in is stored");
    stopped.countDown();
  }

  String address() {
    return server.address();
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
