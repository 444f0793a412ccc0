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
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
  private final boolean onSample;
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
    Path feedPath = settings.feed() == null ? Sample.feed() : settings.feed();
    if (!Files.exists(feedPath)) {
      throw new CannotStartException(
          feedPath + ": there is no such feed. Give --feed a file or a folder that exists.", null);
    }
    Boundaries boundaries =
        settings.boundaries() == null
            ? Sample.boundaries()
            : Boundaries.read(settings.boundaries());
    say("boundaries %s: %,d areas", boundaries.version(), boundaries.jurisdictions().size());
    boundaries.notices().warnings().forEach(line -> say("  noticed: %s", line));
    Responsibilities responsibilities = readUnits(settings.units());

    this.dataSource = openDatabase(settings.database());
    try {
      JdbcStore store = openStore(dataSource, settings.database());
      Path answers = answerFile(settings.database());
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
                  FileFeed.builder(
                          AccountId.of("feed", String.valueOf(feedPath.getFileName())),
                          feedPath,
                          ZONE)
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
      return units == null ? Sample.responsibilities() : Responsibilities.read(units);
    } catch (InvalidResponsibilitiesException e) {
      throw new CannotStartException("the units cannot be used: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new CannotStartException(
          units + ": the units cannot be read. Give --units a file that exists.", e);
    }
  }

  private static HikariDataSource openDatabase(String url) {
    if (!url.startsWith("jdbc:sqlite:")) {
      throw new CannotStartException(
          "the database " + url + " is not supported. Give --db a URL like jdbc:sqlite:desk.db.",
          null);
    }
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
              + " Give --db another file; this one was left as it is.",
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
    if (onSample) {
      Sample.letOfficesWork(desk);
      say("the sample's offices have worked on some of the complaints");
    }
    deliverAll();
    view.feedIsIn();
    new DeskReport(view).lines().forEach(line -> say("%s", line));
    say("");
    say("Open %s - stop with Ctrl-C.", server.address());
    while (!waitForStop(BETWEEN_POLLS)) {
      takeAll();
      deliverAll();
    }
  }

  /** Takes pages until there is no more, and tells how far it is about once a second. */
  private void takeAll() {
    int taken = 0;
    long told = System.nanoTime();
    boolean hasMore = true;
    while (hasMore && stopRequested.getCount() > 0) {
      hasMore = false;
      for (AccountPoll poll : desk.poll()) {
        poll.findFailure().ifPresent(e -> say("%s: %s", poll.account(), e.getMessage()));
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

  private void deliverAll() {
    while (stopRequested.getCount() > 0 && !desk.deliver(ANSWERS_AT_ONCE).isEmpty()) {
      // The next ones.
    }
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
    say("stopped; everything taken in is stored");
    stopped.countDown();
  }

  String address() {
    return server.address();
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
