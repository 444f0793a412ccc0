package org.tanggap.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MutatedMailsTest {

  private static final int ROUNDS = 45;
  private static final List<String> INSERTED =
      List.of(
          "\r\n\r\n",
          "=?",
          "?=",
          "--",
          ">",
          "\"",
          "<",
          "boundary=",
          "\u0000",
          "charset=utf-16\r\n");

  private static List<byte[]> mails() throws IOException, URISyntaxException {
    List<byte[]> mails = new ArrayList<>();
    for (String folder : List.of("mails", "malformed")) {
      try (Stream<Path> files =
          Files.list(Path.of(MutatedMailsTest.class.getResource(folder).toURI()))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".eml")).sorted().toList()) {
          mails.add(Files.readAllBytes(file));
        }
      }
    }
    return mails;
  }

  @Test
  void any_change_of_a_mail_ends_as_declared() throws IOException, URISyntaxException {
    SplittableRandom random = new SplittableRandom(20261121);
    int read = 0;
    for (byte[] mail : mails()) {
      for (int i = 0; i < ROUNDS; i++) {
        MailFuzz.fuzzerTestOneInput(changed(mail, random));
        read++;
      }
    }
    assertThat(read).isGreaterThan(2_000);
  }

  private static byte[] changed(byte[] mail, SplittableRandom random) {
    byte[] bytes = mail.clone();
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> {
        for (int i = random.nextInt(1, 12); i > 0; i--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        yield bytes;
      }
      case 2 -> {
        int to = Math.min(bytes.length, at + random.nextInt(200));
        yield joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      }
      default -> {
        String word = INSERTED.get(random.nextInt(INSERTED.size()));
        byte[] more = Mails.bytes(word.repeat(random.nextInt(1, 30)));
        byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
        yield joined(joined(Arrays.copyOf(bytes, at), more), rest);
      }
    };
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
