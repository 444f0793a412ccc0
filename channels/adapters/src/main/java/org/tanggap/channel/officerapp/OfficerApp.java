package org.tanggap.channel.officerapp;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.tanggap.audience.ComplaintViews;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.web.Json;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintId;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.responsibility.Unit;
import org.tanggap.store.Bookmark;
import org.tanggap.store.ComplaintPage;
import org.tanggap.store.StoreException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The complaints of a desk for an officer's app, as JSON over HTTP.
 *
 * <pre>{@code
 * OfficerApp app = OfficerApp.builder(desk, directory, units::find, photos, clock).build();
 * PushResponse response = app.handle(PushRequest.of(method, uri, body, headers));
 * }</pre>
 *
 * <p>Below the base path there are:
 *
 * <ul>
 *   <li>{@code GET complaints?area=&status=&order=due|latest&limit=&after=}: a page, {@code
 *       {"complaints": […], "after": …}}; {@code after} is null on the last. {@code status} is
 *       {@code open}, {@code all} or the name of a status; in the order {@code due} complaints
 *       without a due time are left out.
 *   <li>{@code GET complaints/{id}}: one, with its history, its clocks, the moves that are open and
 *       whether the citizen can be answered.
 *   <li>{@code POST complaints/{id}/take}: to the officer's unit if no unit has it, else the work
 *       begins; {@code claim {minutes}}, {@code release}, {@code forward {unit, reason, notOurs}},
 *       {@code ask {text}}, {@code answer {text, photos}}, {@code resolve {text, proof}}, {@code
 *       note {text}}. Photos and proof are lists of {@code {reference or image, takenAt, lat,
 *       lng}}, an image in base 64; what a picture says of itself is kept beside it and taken out
 *       of it.
 * </ul>
 *
 * <p>An officer signs in by {@code Authorization: Bearer}. What the officer's unit has may be seen
 * and changed; what lies in the officer's areas may be seen, commented with a note and, if no unit
 * has it, taken. A POST names in {@code If-Match} the version that was seen, such as {@code "7"}
 * (RFC 9110, 13.1.1), and may have an {@code Idempotency-Key}: the same request under the same key
 * is carried out once. The last keys are remembered, in memory; a repetition that is no longer
 * known names an old version and changes nothing either.
 *
 * <p>Refusals are {@code {"problem": …}}: 400 with all faults, 401 without a valid token, 403 where
 * the officer's unit does not have it, 404 also for what the officer may not see, 405, 409 with the
 * complaint as it is now if somebody was first, 413, 422 with the obstacle and the moves that are
 * open, 428 without If-Match, 503 if the store fails.
 *
 * <p>Thread-safe.
 */
public final class OfficerApp {

  private final FeedbackDesk desk;
  private final OfficerDirectory directory;
  private final OfficerChanges changes;
  private final OfficerJson json;
  private final String basePath;
  private final int maxBodyBytes;

  private OfficerApp(Builder builder) {
    this.desk = builder.desk;
    this.directory = builder.directory;
    this.json =
        new OfficerJson(
            builder.desk, builder.views, builder.lifecycle, builder.clock, builder.zone);
    this.changes =
        new OfficerChanges(
            builder.desk,
            new CommandReader(
                builder.units, new PhotoReader(builder.photos, builder.zone, builder.clock)),
            json,
            new RecentRequests(builder.rememberedKeys),
            builder.maxBodyBytes);
    this.basePath = builder.basePath;
    this.maxBodyBytes = builder.maxBodyBytes;
  }

  /**
   * Starts an app.
   *
   * @param desk the desk
   * @param directory who the officers are
   * @param units finds the unit to which something is forwarded, by its id
   * @param photos where uploaded pictures are kept
   * @param clock tells the time
   * @return a builder
   */
  public static Builder builder(
      FeedbackDesk desk,
      OfficerDirectory directory,
      Function<String, Optional<Unit>> units,
      PhotoStore photos,
      InstantSource clock) {
    return new Builder(desk, directory, units, photos, clock);
  }

  /**
   * Answers a request. Never throws for any bytes, nor if the store or the photo store fails.
   *
   * @param request the request as it came
   * @return what to send back
   */
  public PushResponse handle(PushRequest request) {
    try {
      return answer(request);
    } catch (RefusedCallException e) {
      return e.response();
    } catch (StoreException | UncheckedIOException e) {
      return RefusedCallException.of(503, "the store fails now; try again").response();
    }
  }

  private PushResponse answer(PushRequest request) {
    Officer officer = officer(request);
    if (request.bodyLength() > maxBodyBytes) {
      throw RefusedCallException.of(413, "the body is longer than " + maxBodyBytes + " bytes");
    }
    String path = String.valueOf(request.uri().getPath());
    if (!path.startsWith(basePath)) {
      throw RefusedCallException.of(404, "there is nothing here");
    }
    List<String> steps = List.of(path.substring(basePath.length()).split("/", -1));
    boolean known = steps.get(0).equals("complaints") && steps.size() <= 3;
    if (!known || (steps.size() == 3 && !CommandReader.ACTIONS.contains(steps.get(2)))) {
      throw RefusedCallException.of(404, "there is nothing here");
    }
    if (!request.method().equals(steps.size() == 3 ? "POST" : "GET")) {
      throw RefusedCallException.of(405, "complaints are read by GET and changed by POST");
    }
    if (steps.size() == 1) {
      return list(request, officer);
    }
    Complaint complaint = complaint(steps.get(1), officer);
    return steps.size() == 2
        ? ok(json.whole(complaint))
        : changes.carryOut(request, officer, complaint, steps.get(2));
  }

  private Officer officer(PushRequest request) {
    List<String> values = request.header("Authorization");
    String value = values.size() == 1 ? values.get(0) : "";
    Optional<Officer> officer =
        value.regionMatches(true, 0, "Bearer ", 0, 7)
            ? directory.find(value.substring(7).strip())
            : Optional.empty();
    return officer.orElseThrow(() -> RefusedCallException.of(401, "sign in"));
  }

  static PushResponse ok(ObjectNode body) {
    return PushResponse.json(200, body.toString());
  }

  private PushResponse list(PushRequest request, Officer officer) {
    Listing listing = Listing.parse(request, officer);
    ComplaintPage page = desk.list(listing.query());
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("complaints");
    page.complaints().stream().filter(listing.filter()).map(json::brief).forEach(list::add);
    boolean more = page.complaints().size() == listing.query().limit();
    body.put("after", more ? page.findEnd().map(Bookmark::toString).orElse(null) : null);
    return ok(body);
  }

  private Complaint complaint(String id, Officer officer) {
    return ComplaintId.parse(id)
        .flatMap(desk::find)
        .filter(officer::sees)
        .orElseThrow(RefusedCallException::unknown);
  }

  /** Collects the settings of an app. Not thread-safe. */
  public static final class Builder {

    private final FeedbackDesk desk;
    private final OfficerDirectory directory;
    private final Function<String, Optional<Unit>> units;
    private final PhotoStore photos;
    private final InstantSource clock;
    private ComplaintViews views = ComplaintViews.standard();
    private Lifecycle lifecycle = Lifecycle.standard();
    private ZoneId zone = ZoneId.of("Asia/Jakarta");
    private String basePath = "/";
    private int maxBodyBytes = 16 << 20;
    private int rememberedKeys = 10_000;

    private Builder(
        FeedbackDesk desk,
        OfficerDirectory directory,
        Function<String, Optional<Unit>> units,
        PhotoStore photos,
        InstantSource clock) {
      this.desk = Objects.requireNonNull(desk, "desk");
      this.directory = Objects.requireNonNull(directory, "directory");
      this.units = Objects.requireNonNull(units, "units");
      this.photos = Objects.requireNonNull(photos, "photos");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * The host's views.
     *
     * @param own {@link ComplaintViews#standard} unless set
     * @return this builder
     */
    public Builder views(ComplaintViews own) {
      this.views = Objects.requireNonNull(own, "own");
      return this;
    }

    /**
     * The rules by which the open moves are shown, the same as the desk's.
     *
     * @param rules {@link Lifecycle#standard} unless set
     * @return this builder
     */
    public Builder lifecycle(Lifecycle rules) {
      this.lifecycle = Objects.requireNonNull(rules, "rules");
      return this;
    }

    /**
     * The zone in which times are written, and of cameras that do not name their own.
     *
     * @param ours Asia/Jakarta unless set
     * @return this builder
     */
    public Builder zone(ZoneId ours) {
      this.zone = Objects.requireNonNull(ours, "ours");
      return this;
    }

    /**
     * Below which path the app lies.
     *
     * @param path begins and ends with a slash; {@code /} unless set
     * @return this builder
     * @throws IllegalArgumentException if it does not
     */
    public Builder basePath(String path) {
      if (!path.startsWith("/") || !path.endsWith("/")) {
        throw new IllegalArgumentException("basePath does not begin and end with a slash");
      }
      this.basePath = path;
      return this;
    }

    /**
     * The longest body that is read.
     *
     * @param bytes at least 1,000; 16 MiB unless set
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder maxBodyBytes(int bytes) {
      if (bytes < 1_000) {
        throw new IllegalArgumentException("maxBodyBytes is less than 1,000");
      }
      this.maxBodyBytes = bytes;
      return this;
    }

    /**
     * How many Idempotency-Keys are remembered.
     *
     * @param keys at least 1; 10,000 unless set
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder rememberedKeys(int keys) {
      if (keys < 1) {
        throw new IllegalArgumentException("rememberedKeys is less than 1");
      }
      this.rememberedKeys = keys;
      return this;
    }

    /**
     * The app.
     *
     * @return an app
     */
    public OfficerApp build() {
      return new OfficerApp(this);
    }
  }
}
