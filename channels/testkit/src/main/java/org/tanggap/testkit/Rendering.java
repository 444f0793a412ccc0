package org.tanggap.testkit;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Conversation;
import org.tanggap.channel.PushVerdict;
import org.tanggap.complaint.Discretion;
import org.tanggap.complaint.Photo;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;
import org.tanggap.jurisdiction.LocationEvidence;

/**
 * Messages written out in full, one detail a line, to be kept beside a payload as what is expected
 * of it. Details that a message does not have are left out.
 */
public final class Rendering {

  private Rendering() {}

  /**
   * Writes a verdict out.
   *
   * @param verdict what a push channel made of a request
   * @return its messages, or the status of the refusal or handshake with its body
   */
  public static String of(PushVerdict verdict) {
    if (verdict instanceof PushVerdict.Genuine genuine) {
      return of(genuine.messages());
    } else if (verdict instanceof PushVerdict.Handshake handshake) {
      return "handshake " + handshake.response().status() + ": " + handshake.response().body();
    }
    PushVerdict.Refused refused = (PushVerdict.Refused) verdict;
    return "refused " + refused.response().status() + ": " + refused.response().body();
  }

  /**
   * Writes messages out.
   *
   * @param messages messages
   * @return one block a message, with an empty line between two
   */
  public static String of(List<ChannelMessage> messages) {
    return messages.isEmpty()
        ? "nothing"
        : messages.stream().map(Rendering::of).collect(Collectors.joining("\n\n"));
  }

  /**
   * Writes a message out.
   *
   * @param message a message
   * @return its kind and details, a line each
   */
  public static String of(ChannelMessage message) {
    Lines lines = new Lines();
    if (message instanceof ChannelMessage.NewReport m) {
      lines.add("new report", m.key().externalId()).add(m.report()).add(m.conversation());
    } else if (message instanceof ChannelMessage.Edited m) {
      lines.add("edited", m.key().externalId()).add("edition", m.edition());
      lines.add(m.report()).add(m.conversation());
    } else if (message instanceof ChannelMessage.Deleted m) {
      lines.add("deleted", m.key().externalId());
    } else if (message instanceof ChannelMessage.ReplyStatus m) {
      lines.add("status of our reply", m.reply().externalId()).add("state", m.state());
      lines.add("because", m.because());
    } else if (message instanceof ChannelMessage.IdentityChanged m) {
      lines.add("identity changed", m.formerHandle()).add(m.person());
    } else if (message instanceof ChannelMessage.AnswersWanted m) {
      lines.add("answers wanted", m.wantsAnswers()).add(m.person());
    } else if (message instanceof ChannelMessage.NeedsFetch m) {
      lines.add("needs fetch", m.key().externalId()).add("hint", m.hint());
    } else if (message instanceof ChannelMessage.Ignored m) {
      lines.add("ignored", m.where()).add("reason", m.reason());
    } else if (message instanceof ChannelMessage.Unsupported m) {
      lines.add("unsupported", m.where()).add("what", m.what());
    } else if (message instanceof ChannelMessage.Malformed m) {
      lines.add("malformed", m.where()).add("problem", m.problem());
    }
    return lines.text();
  }

  private static final class Lines {

    private final StringBuilder text = new StringBuilder();

    Lines add(String name, @Nullable Object value) {
      String words = value == null ? "" : value.toString();
      if (!words.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n  ").append(name).append(": ");
        text.append(words.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"));
      }
      return this;
    }

    Lines add(Report report) {
      add("text", report.text()).add("place", place(report.location()));
      add("category", report.category() == null ? null : report.category().code());
      for (Photo photo : report.photos()) {
        add("photo", photo.reference()).add("photo taken at", photo.takenAt());
        add("photo position", photo.position());
      }
      add("sent at", report.sentAt()).add(report.reporter());
      return add(
          "discretion", report.discretion().equals(Discretion.NONE) ? null : report.discretion());
    }

    Lines add(@Nullable Reporter reporter) {
      return reporter == null ? this : add("from", reporter.handle()).add("name", reporter.name());
    }

    Lines add(Conversation conversation) {
      add("answers", conversation.answers() == null ? null : conversation.answers().externalId());
      return add("chat", conversation.chat() ? "yes" : null).add("hint", conversation.hint());
    }

    private static @Nullable String place(LocationEvidence place) {
      if (place instanceof LocationEvidence.None) {
        return null;
      }
      return place instanceof LocationEvidence.Described described
          ? "described: " + described.text()
          : place.toString();
    }

    String text() {
      return text.toString();
    }
  }
}
