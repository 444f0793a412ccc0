package org.tanggap.channel.officerapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.Picture;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.desk.Intake;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.jurisdiction.Position;
import org.tanggap.jurisdiction.Routing;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Budget;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.store.MemoryStore;
import org.tanggap.testkit.ManualClock;
import tools.jackson.databind.JsonNode;

/** A desk in memory, a lurah, a dinas, and the app between them. */
abstract class OfficerAppTests {

  static final String LURAH = "token-lurah-tebet-timur";
  static final String OTHER = "token-petugas-lain-sekali";
  static final String DINAS = "token-petugas-bina-marga";
  static final Category WASTE = Category.of("waste");
  static final Category ROAD = Category.of("road");
  static final Unit KELURAHAN = new Unit("kel-tebet-timur", "Kelurahan Tebet Timur");
  static final Unit BINA_MARGA = new Unit("sudin-bm", "Suku Dinas Bina Marga");
  static final Unit FAR = new Unit("kel-jauh", "Kelurahan Jauh");

  final MemoryStore store = new MemoryStore();
  final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");
  final Pictures pictures = new Pictures();
  final FeedbackDesk desk =
      FeedbackDesk.builder()
          .jurisdictions(OfficerAppTests::route)
          .responsibilities(
              Responsibilities.builder()
                  .rule(WASTE, "31.74", KELURAHAN)
                  .rule(ROAD, "31.74", BINA_MARGA)
                  .build())
          .sla(SlaPolicy.resolveWithin(Budget.hours(72)))
          .lifecycle(Lifecycle.builder().requireProof(WASTE).build())
          .store(store)
          .clock(clock)
          .build();
  final OfficerApp app = app(desk);

  OfficerApp app(FeedbackDesk of) {
    Map<String, Officer> officers = new LinkedHashMap<>();
    officers.put(LURAH, new Officer("lurah-1", KELURAHAN, List.of("31.74.01.1002")));
    officers.put(OTHER, new Officer("lurah-2", FAR, List.of("31.75")));
    officers.put(DINAS, new Officer("bm-7", BINA_MARGA, List.of()));
    return OfficerApp.builder(
            of,
            OfficerDirectory.of(officers),
            id ->
                List.of(KELURAHAN, BINA_MARGA, FAR).stream()
                    .filter(unit -> unit.id().equals(id))
                    .findFirst(),
            pictures,
            clock)
        .basePath("/officer/")
        .maxBodyBytes(200_000)
        .rememberedKeys(3)
        .build();
  }

  private static Routing route(LocationEvidence evidence) {
    Jurisdiction tebet =
        new Jurisdiction(
            List.of(
                new Area("31.74.01.1002", "Tebet Timur", AreaLevel.KELURAHAN),
                new Area("31.74.01", "Tebet", AreaLevel.KECAMATAN),
                new Area("31.74", "Jakarta Selatan", AreaLevel.CITY),
                new Area("31", "DKI Jakarta", AreaLevel.PROVINCE)));
    return evidence instanceof LocationEvidence.Point
        ? new Routing.Routed(tebet, 120, "v1", List.of(), Set.of())
        : new Routing.NeedsLocation(Routing.Missing.NO_PLACE);
  }

  Complaint report(String text, @Nullable Category category, Discretion discretion) {
    Report report =
        Report.of(text)
            .withPlace(-6.2263, 106.8583)
            .withReporter(new Reporter("+62811000111", "Siti Rahma"))
            .withDiscretion(discretion);
    Intake intake = desk.receive(category == null ? report : report.withCategory(category));
    return intake.getComplaint();
  }

  Complaint waste() {
    return report("Sampah menumpuk di depan pasar", WASTE, Discretion.NONE);
  }

  Complaint now(Complaint complaint) {
    return desk.find(complaint.id()).orElseThrow();
  }

  PushResponse get(String token, String path) {
    return call(token, "GET", path, "", Map.of());
  }

  PushResponse post(String token, Complaint seen, String action, String body) {
    return post(token, seen, action, body, null);
  }

  PushResponse post(
      String token, Complaint seen, String action, String body, @Nullable String key) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("If-Match", List.of("\"" + seen.version() + "\""));
    if (key != null) {
      headers.put("Idempotency-Key", List.of(key));
    }
    return call(token, "POST", "complaints/" + seen.id() + "/" + action, body, headers);
  }

  PushResponse call(
      String token, String method, String path, String body, Map<String, List<String>> headers) {
    Map<String, List<String>> all = new HashMap<>(headers);
    all.put("Authorization", List.of("Bearer " + token));
    return app.handle(
        PushRequest.of(
            method, URI.create("/officer/" + path), body.getBytes(StandardCharsets.UTF_8), all));
  }

  static JsonNode json(PushResponse response) {
    assertThat(response.contentType()).startsWith("application/json");
    return Json.find(response.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  static byte[] picture() {
    try (var in = OfficerAppTests.class.getResourceAsStream("tebet.jpg")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A photo store in memory, which fails when it is told to. */
  static final class Pictures implements PhotoStore {

    final Map<String, Picture> kept = new LinkedHashMap<>();
    boolean failing;

    @Override
    public Photo keep(Picture picture, @Nullable Instant takenAt, @Nullable Position position) {
      if (failing) {
        throw new UncheckedIOException(new IOException("the disk is full"));
      }
      String reference = "kept-" + picture.content().length;
      kept.put(reference, picture);
      return new Photo(reference, takenAt, position);
    }

    @Override
    public Optional<Picture> find(String reference) {
      return Optional.ofNullable(kept.get(reference));
    }
  }
}
