package org.tanggap.citydesk;

import static org.tanggap.sla.Budget.hours;
import static org.tanggap.sla.Budget.workingDays;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanggap.audience.CitizensWords;
import org.tanggap.audience.ComplaintViews;
import org.tanggap.calendar.IndonesianOffices;
import org.tanggap.calendar.WorkingCalendar;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.duplicate.NearDuplicates;
import org.tanggap.responsibility.Categorizer;
import org.tanggap.responsibility.Category;
import org.tanggap.sla.Deadline;
import org.tanggap.sla.Escalation;
import org.tanggap.sla.SlaClocks;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.sla.SlaRule;

/** What this city promises and how its offices work: all that a host decides, on one page. */
final class JakartaRules {

  static final ZoneId ZONE = IndonesianOffices.WIB;

  static final Category ROAD = Category.of("road");
  static final Category FLOOD = Category.of("flood");
  static final Category WASTE = Category.of("waste");
  static final Category LIGHT = Category.of("light");
  static final Category TREE = Category.of("tree");
  static final Category TRAFFIC = Category.of("traffic");

  /** What an officer can sort a complaint into. */
  static final List<Category> CATEGORIES =
      List.of(ROAD, FLOOD, WASTE, LIGHT, TREE, TRAFFIC, Category.UNSORTED);

  /** Roles that hear of a missed deadline; whoever reaches them by phone or mail is the host. */
  static final String SECTION_HEAD = "kepala seksi";

  static final String CAMAT = "camat";

  private JakartaRules() {}

  /** Monday to Friday, with the decreed holidays and the hours of Ramadan. */
  static WorkingCalendar calendar() {
    return IndonesianOffices.calendar(ZONE);
  }

  /** Several promises stand side by side; the one for the narrowest category holds. */
  static SlaPolicy promises() {
    return SlaPolicy.builder(calendar())
        .rule(
            SlaRule.always()
                // Said in public by the city: an answer within 24 hours (beritajakarta 28737).
                .respond(hours(24))
                // PermenPANRB 62/2018: verified, answered or passed on within 3 working days ...
                .verify(workingDays(3))
                // ... and finished within 14 working days, where nobody has to inspect the place.
                .resolve(workingDays(14))
                // This desk's own: whoever writes again waits no longer than for the first answer.
                .update(hours(24)))
        // The road office at @PoskoDPUDKI: 3 x 24 jam, nights and holidays included.
        .rule(SlaRule.about(ROAD).resolve(hours(72)))
        // Eight hours, as Jabar Quick Response promises; Jakarta names no limit of its own.
        .rule(SlaRule.about(FLOOD).resolve(hours(8)))
        .warnAt(0.5, 0.75)
        .escalate(Escalation.atBreach(SECTION_HEAD), new Escalation(Duration.ofHours(8), CAMAT))
        .build();
  }

  /**
   * Road repairs need a photo and the eye of a second person before they count as done, as in the
   * city's own system (Pergub 128/2017). Ten days to dispute: a choice, no source fixes it.
   */
  static Lifecycle lifecycle() {
    return Lifecycle.builder()
        .requireProof(ROAD)
        .requireCheck(ROAD)
        .disputeWithin(Duration.ofDays(10))
        .build();
  }

  /** A hole in a road is in one place for weeks; a flood is wide and gone by tomorrow. */
  static NearDuplicates nearDuplicates() {
    return NearDuplicates.builder()
        .within(ROAD, 50)
        .within(FLOOD, 250)
        .window(FLOOD, Duration.ofHours(12))
        .build();
  }

  /**
   * Citizens' words are public at once; no picture is, for want of copies without metadata. A photo
   * of a repair should be taken within 100 m of the complaint.
   */
  static ComplaintViews views() {
    return ComplaintViews.builder().citizensWords(CitizensWords.AT_ONCE).proofWithin(100).build();
  }

  /** Words that tell a category in what people of Jakarta write. */
  static Categorizer categorizer() {
    Map<Category, List<String>> words = new LinkedHashMap<>();
    words.put(
        FLOOD,
        List.of("banjir", "genangan", "tergenang", "drainase", "gorong", "saluran", "luapan"));
    words.put(ROAD, List.of("jalan rusak", "berlubang", "aspal", "trotoar"));
    words.put(WASTE, List.of("sampah", "limbah", "tumpukan"));
    words.put(LIGHT, List.of("lampu jalan", "pju", "lampu mati", "gelap"));
    words.put(TREE, List.of("pohon", "dahan", "ranting"));
    words.put(TRAFFIC, List.of("macet", "parkir", "lampu merah", "rambu"));
    return Categorizer.byWords(words);
  }

  /** The receipt that a citizen gets at once. It is no answer: the clocks run on. */
  static String receipt(Complaint complaint, SlaClocks clocks) {
    String unit =
        complaint.findAssignment().map(it -> ", diteruskan kepada " + it.unit().name()).orElse("");
    String until =
        clocks
            .findResolution()
            .flatMap(Deadline::findDue)
            .map(due -> ", dan kami usahakan selesai sebelum " + told(due))
            .orElse("");
    return "Terima kasih. Laporan Anda kami catat dengan nomor "
        + complaint.id()
        + unit
        + until
        + ".";
  }

  private static String told(ZonedDateTime due) {
    LocalTime time = due.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    return due.toLocalDate() + " pukul " + time + " WIB";
  }
}
