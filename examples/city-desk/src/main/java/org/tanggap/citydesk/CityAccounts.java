package org.tanggap.citydesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tanggap.account.Accounts;
import org.tanggap.account.AccountsException;
import org.tanggap.channel.ChannelParts;
import org.tanggap.channel.PhotoStore;
import org.tanggap.channel.photo.PhotoFolder;
import org.tanggap.room.AnswerTemplates;
import org.tanggap.room.TemplatesException;

/** Reads what a city writes for its room: its accounts and its prepared answers. */
final class CityAccounts {

  private static final int MAX_PHOTOS = 1_000_000;
  private static final long MAX_PHOTO_BYTES = 100L << 30;

  private static final String TEMPLATES =
      """
      {"templates": [
        {"id": "diterima", "status": ["RECEIVED", "VERIFIED"], "language": "id",
         "text": "Terima kasih atas laporannya. Nomor laporan: {number}."},
        {"id": "diteruskan", "status": ["ASSIGNED", "FORWARDED", "REFERRED"], "language": "id",
         "text": "Laporan Anda di {area} sudah kami teruskan ke {unit}; paling lambat selesai {due}."},
        {"id": "dikerjakan", "status": ["IN_WORK"], "language": "id",
         "text": "{unit} sedang menangani laporan Anda di {area}."}
      ]}
      """;

  private CityAccounts() {}

  /** Opens the accounts of a file; none without a file. */
  static Accounts read(@Nullable Path file, Path photos) {
    if (file == null) {
      return Accounts.reader(ChannelParts.of(InstantSource.system()))
          .parse("{\"accounts\": []}".getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Accounts.reader(parts(photos)).read(file);
    } catch (AccountsException e) {
      throw new CannotStartException(
          file + ": " + e.getMessage() + "\nPut them right, or leave --accounts out.", e);
    } catch (UncheckedIOException e) {
      throw new CannotStartException(
          file + ": the accounts cannot be read. Give --accounts a file that exists.", e);
    }
  }

  private static ChannelParts parts(Path photos) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return ChannelParts.of(InstantSource.system())
        .with(HttpClient.class, client)
        .with(PhotoStore.class, PhotoFolder.open(photos, MAX_PHOTOS, MAX_PHOTO_BYTES));
  }

  static AnswerTemplates readTemplates(@Nullable Path file) {
    try {
      byte[] json =
          file == null ? TEMPLATES.getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(file);
      return AnswerTemplates.parse(json, JakartaRules.ZONE);
    } catch (TemplatesException e) {
      throw new CannotStartException(
          file + ": " + e.getMessage() + "\nPut them right, or leave --templates out.", e);
    } catch (IOException e) {
      throw new CannotStartException(
          file + ": the templates cannot be read. Give --templates a file that exists.", e);
    }
  }
}
