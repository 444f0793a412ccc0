package org.tanggap.store;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tanggap.calendar.IndonesianOffices;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.complaint.AccountId;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.desk.FeedbackDesk;
import org.tanggap.geo.Boundaries;
import org.tanggap.geo.BoundaryOptions;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdictions;
import org.tanggap.responsibility.Categorizer;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Responsibilities;
import org.tanggap.responsibility.Unit;
import org.tanggap.sla.Budget;
import org.tanggap.sla.Escalation;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.sla.SlaRule;

/** A desk with everything switched on, and an endless feed of made-up reports. */
final class SampleDesk {

  private static final AccountId ACCOUNT = AccountId.of("feed", "sample");
  private static final int SIDE = 16;

  private SampleDesk() {}

  static FeedbackDesk on(ComplaintStore store, Feed feed) {
    return FeedbackDesk.builder()
        .jurisdictions(squares())
        .responsibilities(
            Responsibilities.builder()
                .rule(Category.of("road"), "31.74", new Unit("sudin-bm", "Suku Dinas Bina Marga"))
                .each(AreaLevel.KELURAHAN, new Unit("lurah-{code}", "Lurah {name}"))
                .build())
        .categorizer(
            Categorizer.byWords(
                Map.of(
                    Category.of("road"), List.of("jalan", "lubang"),
                    Category.of("flood"), List.of("banjir", "genangan"))))
        .sla(policy())
        .store(store)
        .receipts(
            (complaint, clocks) ->
                "Laporan "
                    + complaint.id()
                    + " kami terima, selesai paling lambat "
                    + clocks.getResolution().getDue())
        .clock(InstantSource.system())
        .channel(feed)
        .build();
  }

  static SlaPolicy policy() {
    return SlaPolicy.builder(IndonesianOffices.calendar(IndonesianOffices.WIB))
        .rule(
            SlaRule.always()
                .verify(Budget.workingDays(3))
                .respond(Budget.hours(24))
                .resolve(Budget.workingDays(14)))
        .rule(SlaRule.about(Category.of("road")).resolve(Budget.hours(72)))
        .warnAt(0.5, 0.75)
        .escalate(Escalation.atBreach("kepala-seksi"), new Escalation(Duration.ofHours(8), "camat"))
        .build();
  }

  /** 256 squares of about a kilometre, as the kelurahan of one kota. */
  private static Jurisdictions squares() {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < SIDE * SIDE; i++) {
      double west = 106.8 + 0.01 * (i % SIDE);
      int row = i / SIDE;
      double south = -6.3 + 0.01 * row;
      json.append(i == 0 ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"type\":\"Feature\",\"properties\":{\"KDEPUM\":\"31.74.%02d.%04d\","
                      + "\"WADMKD\":\"Kelurahan %d\",\"WADMKC\":\"Kecamatan %d\","
                      + "\"WADMKK\":\"Kota Jakarta Selatan\",\"WADMPR\":\"DKI Jakarta\"},"
                      + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],"
                      + "[%f,%f],[%f,%f],[%f,%f]]]}}",
                  i / SIDE + 1,
                  1001 + i % SIDE,
                  i,
                  i / SIDE,
                  west,
                  south,
                  west + 0.01,
                  south,
                  west + 0.01,
                  south + 0.01,
                  west,
                  south + 0.01,
                  west,
                  south));
    }
    byte[] bytes = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    return Boundaries.read(
            new ByteArrayInputStream(bytes), "squares.geojson", BoundaryOptions.defaults())
        .index();
  }

  /** Brings a page of reports each time, with new ids and new people. */
  static final class Feed implements PullChannel {

    private final int size;
    private final Random random = new Random(20261122);
    private List<ChannelMessage> page = List.of();
    private long made;

    Feed(int size) {
      this.size = size;
    }

    /** Makes the next page; not measured. */
    void prepare() {
      List<ChannelMessage> messages = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        long number = ++made;
        Report report =
            Report.of(
                    "Ada lubang besar di jalan depan sekolah, sudah dua minggu belum diperbaiki dan"
                        + " membahayakan pengendara motor. Mohon segera ditangani. "
                        + number)
                .withPlace(-6.3 + 0.16 * random.nextDouble(), 106.8 + 0.16 * random.nextDouble())
                .withReporter(new Reporter("+62812" + number, "Warga " + number));
        messages.add(new ChannelMessage.NewReport(new MessageKey(ACCOUNT, "m-" + number), report));
      }
      page = messages;
    }

    @Override
    public AccountId account() {
      return ACCOUNT;
    }

    @Override
    public Page pull(@Nullable Cursor cursor) {
      return new Page(page, new Cursor("" + made), false);
    }
  }
}
