package org.tanggap.channel.mail;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanggap.testkit.PayloadFixtures;
import org.tanggap.testkit.Rendering;

class MailFixturesTest {

  @TestFactory
  Stream<DynamicTest> every_mail_is_read_as_expected() {
    return PayloadFixtures.beside(
        getClass(), "mails", 35, bytes -> Rendering.of(Mails.read(bytes)));
  }

  @TestFactory
  Stream<DynamicTest> every_malformed_mail_ends_as_expected() {
    return PayloadFixtures.beside(
        getClass(), "malformed", 12, bytes -> Rendering.of(Mails.read(bytes)));
  }
}
