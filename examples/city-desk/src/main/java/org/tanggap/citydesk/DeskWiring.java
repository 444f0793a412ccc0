package org.tanggap.citydesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tanggap.account.Account;
import org.tanggap.account.Accounts;
import org.tanggap.audience.ComplaintViews;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.citizenapp.CitizenApp;
import org.tanggap.channel.feed.FileFeed;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.desk.FeedbackDeskBuilder;
import org.tanggap.geo.Boundaries;
import org.tanggap.responsibility.InvalidResponsibilitiesException;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.room.AnswerTemplates;
import org.tanggap.room.Inbox;
import org.tanggap.sla.SlaPolicy;

/** Wires the library: boundaries, rules, database, channels and pages become one desk. */
final class DeskWiring implements AutoCloseable {

  private static final AccountId APP = AccountId.of("app", "citizen");
  private static final int MAX_POST = 4 << 20;
  private static final int WORKERS = 8;

  private final DeskRun.Settings settings;
  private final Boundaries boundaries;
  private final Responsibilities responsibilities;
  private final @Nullable Path feed;
  private final DeskDatabase database;
  private final Accounts accounts;
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final Inbox inbox;
  private final AnswerTemplates templates;
  private final FeedbackDesk desk;
  private final DeskParts parts;
  private final DeskServer server;

  private DeskWiring(
      DeskRun.Settings settings,
      Boundaries boundaries,
      Responsibilities responsibilities,
      @Nullable Path feed,
      DeskDatabase database,
      Accounts accounts,
      AnswerTemplates templates) {
    this.settings = settings;
    this.accounts = accounts;
    this.templates = templates;
    this.boundaries = boundaries;
    this.responsibilities = responsibilities;
    this.feed = feed;
    this.database = database;
    InstantSource clock = InstantSource.system();
    SlaPolicy promises = JakartaRules.promises();
    Lifecycle lifecycle = JakartaRules.lifecycle();
    ComplaintViews views = JakartaRules.views();
    DeskView view = new DeskView(promises, views, clock);
    AlertLog alerts = new AlertLog();
    FeedbackDeskBuilder builder =
        FeedbackDesk.builder()
            .jurisdictions(boundaries.index())
            .responsibilities(responsibilities)
            .categorizer(JakartaRules.categorizer())
            .sla(promises)
            .lifecycle(lifecycle)
            .nearDuplicates(JakartaRules.nearDuplicates())
            .receipts(JakartaRules::receipt)
            .store(database.store())
            .clock(clock)
            .listener(view)
            .listener(alerts)
            .accounts(accounts);
    if (settings.database().isSqlite()) {
      builder.soleProcess();
    }
    if (feed != null) {
      builder.channel(fileFeed(feed));
    }
    if (settings.appSecret() != null) {
      builder.channel(citizenApp(settings.appSecret()));
    }
    this.desk = builder.build();
    this.inbox = Inbox.of(desk, clock);
    this.parts =
        new DeskParts(
            desk,
            database.store(),
            view,
            alerts,
            new ComplaintJson(views, promises, lifecycle, clock),
            boundaries.version(),
            settings.boundaries() == null ? Sample.NOTICE : "");
    this.server = DeskServer.bind(settings.port(), routes());
  }

  /** Opens everything that can fail, so that a fault shows before the first report is taken. */
  static DeskWiring of(DeskRun.Settings settings, Consumer<String> told) {
    if (settings.feed() != null && !Files.exists(settings.feed())) {
      throw new CannotStartException(
          settings.feed() + ": there is no such feed. Give --feed a file or a folder that exists.",
          null);
    }
    Boundaries boundaries =
        settings.boundaries() == null
            ? Sample.boundaries()
            : Boundaries.read(settings.boundaries());
    int areas = boundaries.jurisdictions().size();
    told.accept(
        String.format(Locale.ROOT, "boundaries %s: %,d areas", boundaries.version(), areas));
    boundaries.notices().warnings().forEach(line -> told.accept("  noticed: " + line));
    Responsibilities responsibilities = readUnits(settings.units());
    settings.database().check();
    Path answers = settings.database().answers();
    Path feed = settings.feed();
    if (feed == null && settings.accounts() == null) {
      feed = Sample.feed();
    }
    if (feed != null) {
      checkAnswers(feed, answers);
    }
    AnswerTemplates templates = CityAccounts.readTemplates(settings.templates());
    DeskDatabase database = DeskDatabase.open(settings.database());
    Accounts accounts = CityAccounts.read(settings.accounts(), settings.database().photos());
    accounts.list().forEach(account -> told.accept("account " + account.id()));
    try {
      DeskWiring wiring =
          new DeskWiring(
              settings, boundaries, responsibilities, feed, database, accounts, templates);
      told.accept("answers to citizens go to " + answers);
      return wiring;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
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

  /** Answers that are written into the feed would come back as reports, without end. */
  private static void checkAnswers(Path feed, Path answers) {
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

  private static CitizenApp citizenApp(String secret) {
    try {
      return CitizenApp.builder(APP, JakartaRules.ZONE)
          .secret(secret.getBytes(StandardCharsets.UTF_8))
          .build();
    } catch (IllegalArgumentException e) {
      throw new CannotStartException(
          "CITY_DESK_APP_SECRET is too short: " + e.getMessage() + ".", e);
    }
  }

  private FileFeed fileFeed(Path feed) {
    AccountId account = AccountId.of("feed", nameOf(feed));
    return FileFeed.builder(account, feed, JakartaRules.ZONE)
        .answersTo(settings.database().answers())
        .build();
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>(Pages.routes());
    routes.add(DeskApi.areas(boundaries));
    routes.addAll(new DeskApi(parts, responsibilities).routes());
    routes.addAll(new CommandApi(parts, responsibilities).routes());
    routes.addAll(new FiguresApi(parts.view()).routes());
    routes.addAll(new AdminApi(parts).routes());
    routes.addAll(new RoomApi(parts, accounts, inbox, templates).routes());
    routes.add(Route.of("POST", "/channels/app", request -> pushed(APP, request)));
    for (String method : List.of("GET", "POST")) {
      routes.add(Route.of(method, "/channels/*/*", this::pushed));
    }
    return routes;
  }

  private HttpAnswer pushed(WebRequest request) throws IOException {
    for (Account account : accounts.list()) {
      AccountId id = account.id();
      if (request.path().equals(List.of("channels", id.kind(), id.name()))) {
        return pushed(id, request);
      }
    }
    throw RefusedRequestException.unknown("channel");
  }

  /** A vendor's server calls here; its signature, not its origin, says who it is. */
  private HttpAnswer pushed(AccountId account, WebRequest request) throws IOException {
    PushRequest push =
        PushRequest.of(request.method(), request.uri(), request.body(MAX_POST), request.headers());
    PushResponse response = desk.receive(account, push);
    return new HttpAnswer(
        response.status(),
        response.contentType(),
        response.body().getBytes(StandardCharsets.UTF_8));
  }

  FeedbackDesk desk() {
    return desk;
  }

  DeskParts parts() {
    return parts;
  }

  DeskServer server() {
    return server;
  }

  /** What the accounts are read with, so that a slow vendor keeps no other waiting. */
  Executor workers() {
    return workers;
  }

  boolean isOnSample() {
    return settings.feed() == null && settings.accounts() == null;
  }

  @Override
  public void close() {
    server.close();
    workers.shutdown();
    desk.close();
    database.close();
    if (isOnSample() && feed != null) {
      Sample.discard(feed);
    }
  }
}
