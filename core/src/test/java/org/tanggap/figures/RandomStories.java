package org.tanggap.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Actor;
import org.tanggap.complaint.Command;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.complaint.Handover;
import org.tanggap.complaint.Lifecycle;
import org.tanggap.complaint.Priority;
import org.tanggap.jurisdiction.Jakarta;
import org.tanggap.jurisdiction.Jurisdiction;
import org.tanggap.responsibility.Category;

/** Complaints to which anything happens that the lifecycle allows. */
final class RandomStories {

  private static final Lifecycle LIFECYCLE =
      Lifecycle.builder().requireCheck(Category.of("flood")).build();
  private static final List<String> CATEGORIES = List.of("road", "road.pothole", "flood", "waste");
  private static final List<String> CHANNELS = List.of("sms", "x", "feed");
  private static final List<String> UNITS = List.of("sudin-a", "sudin-b", "lurah-c", "camat-d");
  private static final List<Jurisdiction> PLACES =
      List.of(Jakarta.TEBET_TIMUR, Jakarta.TEBET_BARAT, Jakarta.KAMPUNG_MELAYU, Jakarta.BANDUNG);

  private final RandomGenerator random;
  private final Instant from;
  private final Complaint other;

  RandomStories(RandomGenerator random, Instant from) {
    this.random = random;
    this.from = from;
    this.other = Story.opened(1_000_000, from.toString()).complaint();
  }

  Story story(int number, int steps) {
    Instant at = from.plusMillis(random.nextLong(Duration.ofDays(40).toMillis()));
    Story story = Story.opened(number, at, sentAt(at), pick(CATEGORIES), pick(CHANNELS), LIFECYCLE);
    if (random.nextInt(3) > 0) {
      story.tries(Story.OFFICER, new Command.Assign(Story.to(pick(UNITS))));
    }
    for (int step = 0; step < steps; step++) {
      story.after(Duration.ofMillis(random.nextLong(Duration.ofHours(30).toMillis())));
      happens(story);
    }
    return story;
  }

  private @Nullable Instant sentAt(Instant at) {
    return random.nextBoolean() ? null : at.plusSeconds(random.nextInt(-5000, 1000));
  }

  private void happens(Story story) {
    if (random.nextInt(6) == 0) {
      story.in(pick(PLACES));
    } else if (random.nextInt(40) == 0) {
      Instant at = story.complaint().changed();
      story.add(
          new ComplaintEvent.Routed(
              at, Actor.system(), Jakarta.between(Jakarta.TEBET_TIMUR, Jakarta.TEBET_BARAT)));
    }
    List<Command> commands = commands(story.complaint().changed());
    List<Actor> actors = List.of(Actor.reporter(), Actor.follower(), Actor.system());
    for (int tries = 0; tries < 30; tries++) {
      Actor by = random.nextInt(3) == 0 ? pick(actors) : Story.OFFICER;
      if (story.tries(by, pick(commands))) {
        return;
      }
    }
  }

  private List<Command> commands(Instant at) {
    LocalDate planned = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(random.nextInt(1, 20));
    List<Command> all = new ArrayList<>();
    all.add(new Command.Verify());
    all.add(new Command.Assign(Story.to(pick(UNITS))));
    all.add(new Command.Forward(Story.to(pick(UNITS)), Handover.NOT_OURS, "bukan"));
    all.add(new Command.Forward(Story.to(pick(UNITS)), Handover.NEXT_STEP, "lanjut"));
    all.add(new Command.Refer(Story.to(pick(UNITS)), "disposisi"));
    all.add(new Command.StartWork());
    all.add(new Command.Ask("Di mana?"));
    all.add(new Command.AddMessage(null, "Di sini", List.of()));
    all.add(new Command.Answer("Kami lihat"));
    all.add(new Command.Note("catatan"));
    all.add(new Command.Schedule(planned, "Tahun depan"));
    all.add(new Command.Resolve("Sudah", List.of()));
    all.add(new Command.Resolve("Selesai", List.of()));
    all.add(new Command.PassCheck());
    all.add(new Command.FailCheck("belum"));
    all.add(new Command.Reject("bukan jalan kota"));
    all.add(new Command.Clarify("tidak benar"));
    all.add(new Command.Confirm());
    all.add(new Command.Dispute("masih"));
    all.add(new Command.Reopen("dibuka lagi"));
    all.add(new Command.Close());
    all.add(new Command.Merge(other, "sama"));
    all.add(new Command.ChangePriority(pick(List.of(Priority.values())), "penting"));
    all.add(new Command.ChangeCategory(Category.of(pick(CATEGORIES)), "salah"));
    return all;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
