package org.tanggap.channel.gammu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelException.Kind;
import org.tanggap.channel.Reply;

/**
 * The outbox of SMSD's files service (gammu-smsd-files(7)): one file an answer, {@code
 * OUT<priority><date>_<time>_<serial>_<recipient>_<note>.txt}, in UTF-16 with a byte order mark.
 * The note is the answer's id, so that an answer has one file however often it is written.
 */
final class GammuOutbox {

  /** Files of this class, whose last group is the answer's id. */
  static final Pattern NAMES =
      Pattern.compile("OUT[A-Z][0-9]{8}_[0-9]{6}_[0-9]{2}_\\+[0-9]{7,15}_([0-9a-f]{32})\\.txtd?");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'_'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path outbox;
  private final @Nullable Path sent;
  private final boolean reports;

  GammuOutbox(Path outbox, @Nullable Path sent, boolean reports) {
    this.outbox = outbox;
    this.sent = sent;
    this.reports = reports;
  }

  static String idOf(UUID reply) {
    return reply.toString().replace("-", "");
  }

  /** The answer's id in a file's name. */
  static String idOf(String name) {
    Matcher matcher = NAMES.matcher(name);
    return matcher.matches() ? matcher.group(1) : "";
  }

  boolean remembersSent() {
    return sent != null;
  }

  /** Writes an answer, unless it waits or was sent already. */
  void write(Reply reply, String number) {
    String name =
        "OUTC"
            + TIME.format(reply.to().sentAt())
            + "_00_"
            + number
            + "_"
            + idOf(reply.id())
            + (reports ? ".txtd" : ".txt");
    Path file = outbox.resolve(name);
    // SMSD moves it from the one to the other, so they are looked at in this order.
    if (!Files.exists(file) && (sent == null || !Files.exists(sent.resolve(name)))) {
      write(file, reply);
    }
  }

  private void write(Path file, Reply reply) {
    // SMSD passes over hidden files.
    Path hidden = outbox.resolve("." + idOf(reply.id()) + ".new");
    byte[] text = ("\ufeff" + reply.text()).getBytes(StandardCharsets.UTF_16BE);
    try {
      try (FileChannel out =
          FileChannel.open(
              hidden,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // The file's name holds the number, so the fault itself is not shown.
      throw ChannelException.of(
          Kind.TEMPORARY, "the outbox of SMSD cannot be written: " + e.getClass().getSimpleName());
    }
  }
}
