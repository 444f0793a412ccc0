package org.tanggap.channel;

import java.util.Objects;
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;
import org.tanggap.complaint.Reporter;

/**
 * What a channel delivers, one value for each thing that was there: nothing is passed over in
 * silence.
 *
 * <p>Vendors deliver at least once, in any order. Each kind may come again and before what it
 * refers to; the desk takes each once.
 */
public sealed interface ChannelMessage {

  /**
   * Something new that a citizen wrote: a report, or the next message of a conversation.
   *
   * @param key the vendor's id for it, under which it is taken once
   * @param report what was sent
   * @param conversation what it belongs to
   */
  record NewReport(MessageKey key, Report report, Conversation conversation)
      implements ChannelMessage {

    public NewReport {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(report, "report");
      Objects.requireNonNull(conversation, "conversation");
    }

    /**
     * A report that stands for itself.
     *
     * @param key the vendor's id for it, under which it is taken once
     * @param report what was sent
     */
    public NewReport(MessageKey key, Report report) {
      this(key, report, Conversation.NONE);
    }
  }

  /**
   * A message that its author has changed: other words, or a pin that has moved.
   *
   * @param key the vendor's id of the message that was changed
   * @param edition the vendor's name for this edition, such as the time of the change; the same
   *     each time this edition comes, at most 64 characters
   * @param report the message as it is now
   * @param conversation what it belongs to, for the case that the message itself never came
   */
  record Edited(MessageKey key, String edition, Report report, Conversation conversation)
      implements ChannelMessage {

    public Edited {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(report, "report");
      Objects.requireNonNull(conversation, "conversation");
      if (edition.isBlank() || edition.length() > 64) {
        throw new IllegalArgumentException("edition is blank or longer than 64 characters");
      }
    }
  }

  /**
   * A message that its author has deleted.
   *
   * @param key the vendor's id of the message
   */
  record Deleted(MessageKey key) implements ChannelMessage {

    public Deleted {
      Objects.requireNonNull(key, "key");
    }
  }

  /**
   * What became of an answer of ours after the vendor had taken it.
   *
   * @param reply the vendor's id of the answer, see {@link SentReply}
   * @param state what became of it
   * @param because why, if it failed; otherwise empty
   */
  record ReplyStatus(MessageKey reply, State state, String because) implements ChannelMessage {

    /** What can become of an answer. */
    public enum State {
      /** It has reached the citizen's device. */
      DELIVERED,
      /** The citizen has opened it. */
      READ,
      /** It will not reach the citizen. */
      FAILED
    }

    public ReplyStatus {
      Objects.requireNonNull(reply, "reply");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(because, "because");
    }
  }

  /**
   * A person whom the channel names otherwise from now on, such as by a new phone number.
   *
   * @param formerHandle how the channel named the person until now
   * @param person the person now
   */
  record IdentityChanged(String formerHandle, Reporter person) implements ChannelMessage {

    public IdentityChanged {
      Objects.requireNonNull(formerHandle, "formerHandle");
      Objects.requireNonNull(person, "person");
    }

    /** Never shows the person. */
    @Override
    public String toString() {
      return "IdentityChanged";
    }
  }

  /**
   * A person who wants no more answers from this kind of channel, or wants them again.
   *
   * @param person the person
   * @param wantsAnswers false for a STOP, true for a START
   */
  record AnswersWanted(Reporter person, boolean wantsAnswers) implements ChannelMessage {

    public AnswersWanted {
      Objects.requireNonNull(person, "person");
    }
  }

  /**
   * A message of which only the id came, or whose photo has to be read first: the desk calls {@link
   * FetchChannel#fetch} for it later, as often as it takes.
   *
   * @param key the vendor's id
   * @param hint whatever the adapter needs to fetch it, opaque to everybody else, at most 65,536
   *     characters
   */
  record NeedsFetch(MessageKey key, String hint) implements ChannelMessage {

    public NeedsFetch {
      Objects.requireNonNull(key, "key");
      if (hint.length() > 65_536) {
        throw new IllegalArgumentException("a hint has at most 65,536 characters");
      }
    }

    /** Never shows the hint, which may hold what a citizen wrote. */
    @Override
    public String toString() {
      return "NeedsFetch[" + key.account() + "]";
    }
  }

  /**
   * Something that is no report and needs no answer.
   *
   * @param where what to call it: the vendor's id, or file and line
   * @param reason why it is left aside
   */
  record Ignored(String where, Reason reason) implements ChannelMessage {

    /** Why a message is left aside. */
    public enum Reason {
      /** Our own account wrote it. */
      OWN_MESSAGE,
      /** A machine answered: out of office, delivery notice, a bot. */
      AUTO_REPLY,
      /** A reaction, a like, a repost. */
      REACTION,
      /** It was not meant for us: talk in a group, an account that joined or left. */
      NOT_FOR_US
    }

    public Ignored {
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Something that a citizen sent and that this channel cannot take, such as a voice message. It is
   * kept among what was left out, so that somebody can look at it on the channel.
   *
   * @param where the vendor's id; the same each time it comes
   * @param what what it is, without the citizen's words
   */
  record Unsupported(String where, String what) implements ChannelMessage {

    public Unsupported {
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(what, "what");
    }
  }

  /**
   * Something that could not be read.
   *
   * @param where what to call it: the vendor's id, or file and line; the same each time it comes
   * @param problem what is wrong and what to do, without the citizen's words
   */
  record Malformed(String where, String problem) implements ChannelMessage {

    public Malformed {
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(problem, "problem");
    }
  }
}
