package org.tanggap.integrator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.Page;
import org.tanggap.channel.PullChannel;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.PushVerdict;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.complaint.AccountId;

/** Does what the sound adapter does; what is broken overrides it. */
class ForwardingPigeon implements PullChannel, PushChannel, ReplyChannel {

  final PigeonChannel sound;

  ForwardingPigeon(PigeonChannel sound) {
    this.sound = sound;
  }

  @Override
  public AccountId account() {
    return sound.account();
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    return sound.pull(cursor);
  }

  @Override
  public PushVerdict open(PushRequest request) {
    return sound.open(request);
  }

  @Override
  public PushResponse acknowledge(List<MessageFate> fates) {
    return sound.acknowledge(fates);
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    return sound.permission(to);
  }

  @Override
  public SentReply send(Reply reply) {
    return sound.send(reply);
  }

  @Override
  public boolean recognisesRepetition() {
    return sound.recognisesRepetition();
  }

  @Override
  public void close() {
    sound.close();
  }
}
