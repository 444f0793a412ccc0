package org.tanggap.complaint;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.tanggap.responsibility.Assignment;
import org.tanggap.responsibility.Category;
import org.tanggap.responsibility.Unit;

/** One command of each kind, none of which anything but actor and status stands against. */
final class Examples {

  static final Assignment KELURAHAN =
      new Assignment(new Unit("kel-tebet-timur", "Kelurahan Tebet Timur"), "It is near.");
  static final List<Photo> PROOF = List.of(Photo.of("proof.jpg"));
  static final Follower FOLLOWER = new Follower(Histories.message("m-2"), null);

  static final List<Command> EVERY_COMMAND =
      List.of(
          new Command.Verify(),
          new Command.Assign(KELURAHAN),
          new Command.Forward(KELURAHAN, Handover.NEXT_STEP, "Bagian kami selesai"),
          new Command.Refer(KELURAHAN, "Dekat"),
          new Command.StartWork(),
          new Command.Ask("Di sebelah mana?"),
          new Command.AddMessage(Histories.message("m-3"), "Di depan pasar", List.of()),
          new Command.DeleteMessage(Histories.message("m-1")),
          new Command.Claim(Duration.ofMinutes(10)),
          new Command.Release(),
          new Command.Answer("Kami periksa"),
          new Command.Note("Sudah ditelepon"),
          new Command.Schedule(LocalDate.of(2027, 6, 30), "Dianggarkan"),
          new Command.Resolve("Sudah diperbaiki", PROOF),
          new Command.PassCheck(),
          new Command.FailCheck("Foto lama"),
          new Command.Reject("Bukan jalan kota"),
          new Command.Clarify("Itu jalan tol"),
          new Command.Confirm(),
          new Command.Dispute("Belum"),
          new Command.Reopen("Belum selesai"),
          new Command.Close(),
          new Command.Merge(Histories.other(), "Sudah dilaporkan"),
          new Command.Follow(FOLLOWER),
          new Command.ChangePriority(Priority.URGENT, "Dekat sekolah"),
          new Command.ChangeCategory(Category.of("road.pothole"), "Salah pilih"));

  private Examples() {}

  static String name(Command command) {
    return command.getClass().getSimpleName();
  }

  static Actor actor(Actor.Kind kind) {
    return switch (kind) {
      case REPORTER -> Actor.reporter();
      case FOLLOWER -> Actor.follower();
      case OFFICER -> Histories.SECOND_OFFICER;
      case SYSTEM -> Actor.system();
    };
  }
}
