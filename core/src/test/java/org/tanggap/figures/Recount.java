package org.tanggap.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Handover;
import org.tanggap.jurisdiction.Area;
import org.tanggap.jurisdiction.AreaLevel;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.sla.Deadline;
import org.tanggap.sla.SlaClocks;
import org.tanggap.sla.SlaPolicy;
import org.tanggap.sla.Target;

/**
 * The figures as one would count them by hand: every complaint is read from its first event to its
 * last for every question, and all numbers are put into lists. Only the due times and the working
 * times are asked of the policy.
 */
final class Recount {

  private static final Instant LATEST = Instant.parse("2035-01-01T00:00:00Z");

  private final SlaPolicy policy;
  private final ZoneId zone;
  private final List<Case> cases;

  Recount(SlaPolicy policy, ZoneId zone, Collection<Complaint> complaints) {
    this.policy = policy;
    this.zone = zone;
    this.cases = complaints.stream().map(Case::new).toList();
  }

  private static final class Line {
    int received;
    int resolved;
    int rejected;
    int clarified;
    int open;
    int overdue;
    int inTime;
    int late;
    int reopened;
    int disputed;
    int misrouted;
    int merged;
    final List<Long> answers = new ArrayList<>();
    final List<Long> outcomes = new ArrayList<>();
    final List<Long> held = new ArrayList<>();

    FigureRow row(@Nullable String key) {
      return new FigureRow(
          key,
          received,
          answers.size(),
          resolved,
          rejected,
          clarified,
          open,
          overdue,
          inTime,
          late,
          reopened,
          disputed,
          misrouted,
          merged,
          times(answers),
          times(outcomes),
          times(held));
    }

    private static FigureRow.Times times(List<Long> seconds) {
      if (seconds.isEmpty()) {
        return FigureRow.Times.NONE;
      }
      List<Long> sorted = seconds.stream().sorted().toList();
      int half = (int) Math.ceil(sorted.size() / 2.0);
      int nineTenths = (int) Math.ceil(sorted.size() * 9 / 10.0);
      return new FigureRow.Times(
          sorted.size(),
          Duration.ofSeconds(sorted.get(half - 1)),
          Duration.ofSeconds(sorted.get(nineTenths - 1)));
    }
  }

  List<FigureRow> by(Dimension dimension, Weeks weeks, Instant now) {
    Map<@Nullable String, Line> lines = new HashMap<>();
    for (Case story : cases) {
      if (weeks.contains(Week.parse(story.week).orElseThrow())) {
        story.count(dimension, lines, now);
      }
    }
    return lines.entrySet().stream()
        .map(line -> line.getValue().row(line.getKey()))
        .sorted(
            Comparator.comparing(
                FigureRow::key, Comparator.nullsLast(Comparator.<String>naturalOrder())))
        .toList();
  }

  /** One complaint, read event by event. */
  private final class Case {

    private final SlaClocks clocks;
    private final String week;
    private final String channel;
    private final Instant opened;
    private String category;
    private @Nullable String unit;
    private @Nullable Jurisdiction place;
    private @Nullable Instant answeredAt;
    private @Nullable Instant toldAt;
    private String outcome = "";
    private boolean finished;
    private boolean merged;
    private int reopened;
    private int disputed;
    private final List<String> hadByMistake = new ArrayList<>();

    Case(Complaint complaint) {
      ComplaintEvent.Received first = (ComplaintEvent.Received) complaint.history().get(0);
      Instant sent = first.sentAt();
      clocks = policy.clocks(complaint);
      opened = sent != null && !sent.isAfter(first.at()) ? sent : first.at();
      category = first.category().code();
      channel = first.message().account().kind();
      LocalDate day = opened.atZone(zone).toLocalDate();
      week =
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              day.get(WeekFields.ISO.weekBasedYear()),
              day.get(WeekFields.ISO.weekOfWeekBasedYear()));
      complaint.history().forEach(this::read);
    }

    private void read(ComplaintEvent event) {
      if (event instanceof ComplaintEvent.Routed routed) {
        place = routed.routing().findJurisdiction().orElse(null);
      } else if (event instanceof ComplaintEvent.Assigned assigned) {
        unit = assigned.assignment().unit().id();
      } else if (event instanceof ComplaintEvent.Forwarded forwarded) {
        if (forwarded.handover() == Handover.NOT_OURS) {
          hadByMistake.add(Objects.requireNonNull(unit));
        }
        unit = forwarded.assignment().unit().id();
      } else if (event instanceof ComplaintEvent.Referred referred) {
        unit = referred.assignment().unit().id();
      } else if (event instanceof ComplaintEvent.CategoryChanged changed) {
        category = changed.category().code();
      } else if (event instanceof ComplaintEvent.Answered
          || event instanceof ComplaintEvent.ReporterAsked
          || event instanceof ComplaintEvent.Scheduled) {
        answer(event);
      } else if (event instanceof ComplaintEvent.Resolved resolved && !resolved.toBeChecked()) {
        finish(event, "resolved");
      } else if (event instanceof ComplaintEvent.CheckPassed) {
        finish(event, "resolved");
      } else if (event instanceof ComplaintEvent.Rejected) {
        finish(event, "rejected");
      } else if (event instanceof ComplaintEvent.Clarified) {
        finish(event, "clarified");
      } else if (event instanceof ComplaintEvent.Merged) {
        answer(event);
        merged = true;
      } else if (event instanceof ComplaintEvent.Disputed) {
        disputed++;
        openAgain();
      } else if (event instanceof ComplaintEvent.Reopened) {
        openAgain();
      }
    }

    private void answer(ComplaintEvent event) {
      if (answeredAt == null && event.by().kind() == Actor.Kind.OFFICER) {
        answeredAt = event.at();
      }
    }

    private void finish(ComplaintEvent event, String how) {
      answer(event);
      toldAt = event.at();
      outcome = how;
      finished = true;
    }

    private void openAgain() {
      if (finished && !merged) {
        reopened++;
      }
      finished = false;
      merged = false;
    }

    private @Nullable String key(Dimension dimension) {
      return switch (dimension) {
        case UNIT -> unit;
        case KELURAHAN -> area(AreaLevel.KELURAHAN);
        case KECAMATAN -> area(AreaLevel.KECAMATAN);
        case CITY -> area(AreaLevel.CITY);
        case CATEGORY -> category;
        case CHANNEL -> channel;
        case WEEK -> week;
      };
    }

    private @Nullable String area(AreaLevel level) {
      return place == null ? null : place.find(level).map(Area::code).orElse(null);
    }

    void count(Dimension dimension, Map<@Nullable String, Line> lines, Instant now) {
      Line line = lines.computeIfAbsent(key(dimension), key -> new Line());
      if (merged) {
        line.merged++;
        return;
      }
      line.received++;
      line.reopened += reopened;
      line.disputed += disputed;
      if (answeredAt != null) {
        line.answers.add(Duration.between(opened, answeredAt).toSeconds());
      }
      if (finished) {
        line.outcomes.add(Duration.between(opened, Objects.requireNonNull(toldAt)).toSeconds());
        countOutcome(line, now);
      } else {
        line.open++;
        line.overdue += clocks.findResolution().filter(it -> it.isOverdue(now)).isPresent() ? 1 : 0;
      }
      boolean units = dimension == Dimension.UNIT;
      for (String wrong : hadByMistake) {
        (units ? lines.computeIfAbsent(wrong, key -> new Line()) : line).misrouted++;
      }
      clocks.holdings(LATEST).stream()
          .filter(held -> held.to() != null && held.isCharged())
          .forEach(
              held ->
                  (units ? lines.computeIfAbsent(held.unit().id(), key -> new Line()) : line)
                      .held.add(held.held().toSeconds()));
    }

    private void countOutcome(Line line, Instant now) {
      switch (outcome) {
        case "resolved" -> line.resolved++;
        case "rejected" -> line.rejected++;
        default -> line.clarified++;
      }
      Deadline last = clocks.findResolution().orElse(null);
      if (last == null || last.findDue().isEmpty()) {
        return;
      }
      boolean missedFirst =
          last.target() == Target.PLANNED_WORK
              && clocks.find(Target.RESOLUTION).filter(it -> it.isOverdue(now)).isPresent();
      if (last.isOverdue(now) || missedFirst) {
        line.late++;
      } else if (!outcome.equals("rejected")) {
        line.inTime++;
      }
    }
  }
}
