package org.tanggap.channel.mail;

import java.util.List;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.testkit.Rendering;

/** Any bytes as a mail: one value, or two of which the second notes what was left out. */
public final class MailFuzz {

  private MailFuzz() {}

  /**
   * One input.
   *
   * @param data the mail
   */
  public static void fuzzerTestOneInput(byte[] data) {
    List<ChannelMessage> messages = Mails.read(data);
    if (messages.isEmpty() || messages.size() > 2) {
      throw new AssertionError("a mail is one value, or two");
    }
    if (messages.size() == 2
        && !(messages.get(0) instanceof ChannelMessage.NewReport
            && messages.get(1) instanceof ChannelMessage.Unsupported)) {
      throw new AssertionError("only a report has a second value");
    }
    if (data.length % 4 == 0 && !Rendering.of(messages).equals(Rendering.of(Mails.read(data)))) {
      throw new AssertionError("the same mail is the same value");
    }
    if (messages.get(0) instanceof ChannelMessage.NewReport report) {
      check(report);
    }
  }

  private static void check(ChannelMessage.NewReport report) {
    if (report.report().isEmpty()) {
      throw new AssertionError("an empty report");
    }
    AnswerHint.parse(report.conversation().hint());
    new ReplyTarget(
        report.key(),
        Mails.NOON.instant(),
        report.report().reporter(),
        report.conversation().hint());
  }
}
