package org.tanggap.audience;

import org.tanggap.complaint.Status;

/** The shipped words, colours and notes. */
final class StandardWords {

  private static final String PROMISED_INDONESIAN = "[ Dijanjikan selesai paling lambat {due}.]";
  private static final String PROMISED_ENGLISH = "[ Promised by {due}.]";

  private StandardWords() {}

  static StatusWord of(Status status, Readership readership) {
    String text =
        switch (readership) {
          case PUBLIC_INDONESIAN, OPEN311 -> indonesian(status);
          case PUBLIC_ENGLISH -> english(status);
          case OFFICER -> officer(status);
        };
    String note =
        switch (readership) {
          case PUBLIC_INDONESIAN, OPEN311 -> indonesianNote(status);
          case PUBLIC_ENGLISH -> englishNote(status);
          case OFFICER -> "";
        };
    return new StatusWord(text, note, colour(status), Phase.of(status));
  }

  private static Colour colour(Status status) {
    return switch (status) {
      case RECEIVED, VERIFIED, ASSIGNED, DISPUTED -> Colour.RED;
      case FORWARDED, REFERRED, IN_WORK, CHECKING -> Colour.YELLOW;
      case WAITING_FOR_REPORTER, SCHEDULED -> Colour.BLUE;
      case RESOLVED -> Colour.GREEN;
      case REJECTED, CLARIFIED, CLOSED, MERGED -> Colour.GREY;
    };
  }

  private static String indonesian(Status status) {
    return switch (status) {
      case RECEIVED -> "Menunggu diperiksa";
      case VERIFIED -> "Menunggu penugasan";
      case ASSIGNED -> "Menunggu dikerjakan[ oleh {unit}]";
      case FORWARDED -> "Sudah di instansi yang berwenang[: {unit}]";
      case REFERRED -> "Sudah di petugas pelaksana[: {unit}]";
      case IN_WORK -> "Sedang dikerjakan[ oleh {unit}]";
      case WAITING_FOR_REPORTER -> "Menunggu jawaban pelapor";
      case SCHEDULED -> "Dijadwalkan[, selesai paling lambat {date}]";
      case CHECKING -> "Hasil pekerjaan sedang diperiksa";
      case RESOLVED -> "Selesai";
      case DISPUTED -> "Disanggah warga, ditinjau kembali";
      case REJECTED -> "Tidak dapat ditindaklanjuti";
      case CLARIFIED -> "Sudah diklarifikasi";
      case CLOSED -> "Ditutup[ ({outcome})]";
      case MERGED -> "Dilanjutkan di laporan lain[, nomor {number}]";
    };
  }

  private static String indonesianNote(Status status) {
    return switch (status) {
      case RECEIVED ->
          "Laporan sudah kami terima dan akan diperiksa petugas." + PROMISED_INDONESIAN;
      case VERIFIED ->
          "Laporan lengkap. Instansi yang menangani sedang ditentukan." + PROMISED_INDONESIAN;
      case ASSIGNED -> "Instansi yang berwenang sudah menerimanya." + PROMISED_INDONESIAN;
      case FORWARDED -> "Laporan tetap berjalan, tidak perlu melapor ulang." + PROMISED_INDONESIAN;
      case REFERRED -> "Petugas pelaksana akan mengerjakannya." + PROMISED_INDONESIAN;
      case IN_WORK -> "Petugas sedang menanganinya." + PROMISED_INDONESIAN;
      case WAITING_FOR_REPORTER ->
          "Petugas bertanya kepada pelapor dan melanjutkan setelah dijawab.";
      case SCHEDULED -> "Pekerjaan ini perlu waktu lebih lama dan sudah masuk rencana.";
      case CHECKING -> "Petugas lain memeriksa hasilnya sebelum laporan dinyatakan selesai.";
      case RESOLVED ->
          "Jika ternyata belum beres, hasil ini dapat disanggah sebelum laporan ditutup.";
      case DISPUTED -> "Warga menyanggah hasilnya, dan petugas meninjaunya kembali.";
      case REJECTED ->
          "Alasannya ada dalam tanggapan petugas. Keputusan ini masih dapat disanggah.";
      case CLARIFIED -> "Penjelasannya ada dalam tanggapan petugas dan masih dapat disanggah.";
      case CLOSED -> "Jika masalahnya muncul lagi, silakan buat laporan baru.";
      case MERGED -> "Masalah ini sudah dilaporkan. Pelapor tetap mendapat kabar hasilnya.";
    };
  }

  private static String english(Status status) {
    return switch (status) {
      case RECEIVED -> "Waiting to be looked at";
      case VERIFIED -> "Waiting for an office";
      case ASSIGNED -> "Waiting for work to start[ at {unit}]";
      case FORWARDED -> "Now with the right office[: {unit}]";
      case REFERRED -> "Now with the team that does the work[: {unit}]";
      case IN_WORK -> "Being worked on[ by {unit}]";
      case WAITING_FOR_REPORTER -> "Waiting for the reporter's answer";
      case SCHEDULED -> "Planned[, to be done by {date}]";
      case CHECKING -> "The result is being checked";
      case RESOLVED -> "Done";
      case DISPUTED -> "A resident disagrees; looking at it again";
      case REJECTED -> "Cannot be acted on";
      case CLARIFIED -> "Explained";
      case CLOSED -> "Ended[ ({outcome})]";
      case MERGED -> "Goes on in another report[, number {number}]";
    };
  }

  private static String englishNote(Status status) {
    return switch (status) {
      case RECEIVED -> "We have the report, and an officer will look at it." + PROMISED_ENGLISH;
      case VERIFIED ->
          "The report is complete. We are choosing the office for it." + PROMISED_ENGLISH;
      case ASSIGNED -> "The responsible office has it." + PROMISED_ENGLISH;
      case FORWARDED -> "The report goes on; no need to report it again." + PROMISED_ENGLISH;
      case REFERRED -> "The team will work on it." + PROMISED_ENGLISH;
      case IN_WORK -> "Officers are dealing with it." + PROMISED_ENGLISH;
      case WAITING_FOR_REPORTER ->
          "An officer asked the reporter something, and goes on after the answer.";
      case SCHEDULED -> "This work takes longer, and it is in the plan.";
      case CHECKING -> "Another officer checks the result before it counts as done.";
      case RESOLVED ->
          "If it is not done after all, this can be disputed until the report is closed.";
      case DISPUTED -> "A resident disputes the result, so an officer looks at it again.";
      case REJECTED -> "The reason is in the officer's answer. This can still be disputed.";
      case CLARIFIED -> "The explanation is in the officer's answer. It can still be disputed.";
      case CLOSED -> "If the problem comes back, please send a new report.";
      case MERGED -> "It was reported before. The reporter will still be told the result.";
    };
  }

  private static String officer(Status status) {
    return switch (status) {
      case RECEIVED -> "Baru, belum diverifikasi";
      case VERIFIED -> "Terverifikasi, belum ada unit";
      case ASSIGNED -> "Ditugaskan[ ke {unit}], belum dikerjakan";
      case FORWARDED -> "Koordinasi[ ke {unit}], belum dikerjakan";
      case REFERRED -> "Disposisi[ ke {unit}], belum dikerjakan";
      case IN_WORK -> "Proses[ di {unit}]";
      case WAITING_FOR_REPORTER -> "Menunggu jawaban pelapor";
      case SCHEDULED -> "Dijadwalkan[ sampai {date}]";
      case CHECKING -> "Menunggu pemeriksaan hasil";
      case RESOLVED -> "Selesai";
      case DISPUTED -> "Disanggah";
      case REJECTED -> "Ditolak";
      case CLARIFIED -> "Klarifikasi";
      case CLOSED -> "Ditutup[ ({outcome})]";
      case MERGED -> "Digabung[ ke {number}]";
    };
  }
}
