package org.tanggap.channel.gammu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.AccountId;
import org.tanggap.testkit.FakeVendor;

/**
 * SMSD with its folders, after gammu-smsd-run(7) and gammu-smsd-files(7): it writes what the script
 * of this package would write, and sends what lies in its outbox. Nobody calls it over HTTP.
 */
public final class FakeGammu extends FakeVendor {

  static final String CITIZEN = "+6281234500001";
  static final String OURS = "+6281100000001";

  final Path spool;
  final Path outbox;
  final Path sent;
  final Path errors;

  private final InstantSource clock;
  private final List<String> answers = new ArrayList<>();
  private int next = 1;

  /** Works in folders of its own beneath a folder. */
  public FakeGammu(InstantSource clock, Path folder) {
    this.clock = clock;
    try {
      spool = Files.createDirectories(folder.resolve("spool"));
      outbox = Files.createDirectories(folder.resolve("outbox"));
      sent = Files.createDirectories(folder.resolve("sent"));
      errors = Files.createDirectories(folder.resolve("error"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A citizen sends words. Returns the id of the message's key. */
  public String publish(String text) {
    return publish(CITIZEN, text);
  }

  String publish(String number, String text) {
    Map<String, String> environment = environment(number, text);
    List<String> ids = List.of(String.valueOf(next));
    spool(environment, ids);
    return Modems.messages().key(environment, ids, clock.instant());
  }

  static Map<String, String> environment(String number, String text) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SMS_MESSAGES", "1");
    environment.put("DECODED_PARTS", "0");
    environment.put("SMS_1_NUMBER", number);
    environment.put("SMS_1_TEXT", text);
    environment.put("SMS_1_CLASS", "-1");
    environment.put("SMS_1_REFERENCE", "0");
    return environment;
  }

  void spool(Map<String, String> environment, List<String> ids) {
    StringBuilder file = new StringBuilder("RECEIVED=" + clock.instant() + "\0");
    ids.forEach(id -> file.append("ID=").append(id).append('\0'));
    environment.forEach((name, value) -> file.append(name).append('=').append(value).append('\0'));
    file(file.append("END=\0").toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A file of the spool, whatever is in it. Returns its name. */
  String file(byte[] content) {
    String name = String.format(Locale.ROOT, "20261121T021500Z-%06d.sms", next++);
    try {
      Files.write(spool.resolve(name), content);
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends what lies in the outbox, in the order of its names. */
  void work() {
    for (Path file : list(outbox)) {
      String name = String.valueOf(file.getFileName());
      if (name.startsWith("OUT")) {
        try {
          byte[] bytes = Files.readAllBytes(file);
          boolean marked = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
          answers.add(
              marked
                  ? new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE)
                  : "no Unicode");
          Files.move(file, sent.resolve(name));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A channel on these folders, as a city would configure it. */
  public GammuChannel connect(AccountId account) {
    return GammuChannel.builder(account, spool, clock)
        .outbox(outbox)
        .sent(sent)
        .errors(errors)
        .ownNumber(OURS)
        .build();
  }

  /** The words of all answers that were sent. */
  public List<String> answers() {
    work();
    return List.copyOf(answers);
  }

  @Override
  protected Answer answer(Request request) {
    throw new AssertionError("a modem has no address");
  }

  @Override
  protected Answer limited(@Nullable Instant ends) {
    throw new AssertionError("a modem has no address");
  }
}
