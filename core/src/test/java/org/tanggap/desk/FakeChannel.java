package org.tanggap.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.ChannelMessage;
import org.tanggap.channel.Cursor;
import org.tanggap.channel.FetchChannel;
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
import org.tanggap.complaint.MessageKey;
import org.tanggap.complaint.Report;

/** A channel of all three shapes whose vendor is this object. */
final class FakeChannel implements PullChannel, PushChannel, ReplyChannel, FetchChannel {

  final List<List<ChannelMessage>> pages = new ArrayList<>();
  final List<Reply> sent = new ArrayList<>();
  List<MessageFate> acknowledged = List.of();
  PushVerdict verdict = new PushVerdict.Genuine(List.of());
  ReplyPermission permission = ReplyPermission.Allowed.words(1_000);
  final Map<String, ChannelMessage> fetchable = new HashMap<>();
  @Nullable RuntimeException failure;
  @Nullable ReplyTarget asked;
  boolean recognises = true;
  boolean answersGetLost;
  int refreshes;
  int pulls;
  int sends;
  boolean closed;

  private final AccountId account;

  FakeChannel(String name) {
    this.account = AccountId.of("fake", name);
  }

  MessageKey key(String externalId) {
    return new MessageKey(account, externalId);
  }

  ChannelMessage.NewReport message(String externalId, String text) {
    return new ChannelMessage.NewReport(key(externalId), Report.of(text));
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Page pull(@Nullable Cursor cursor) {
    pulls++;
    failIfTold();
    int next = cursor == null ? 0 : Integer.parseInt(cursor.value());
    return next < pages.size()
        ? new Page(pages.get(next), new Cursor("" + (next + 1)), next + 1 < pages.size())
        : new Page(List.of(), new Cursor("" + next), false);
  }

  @Override
  public PushVerdict open(PushRequest request) {
    return verdict;
  }

  @Override
  public PushResponse acknowledge(List<MessageFate> fates) {
    acknowledged = fates;
    return PushResponse.of(202, "thanks");
  }

  @Override
  public ReplyPermission permission(ReplyTarget to) {
    asked = to;
    return permission;
  }

  @Override
  public SentReply send(Reply reply) {
    sends++;
    failIfTold();
    sent.add(reply);
    if (answersGetLost) {
      throw ChannelException.of(ChannelException.Kind.UNCONFIRMED, "nothing came back");
    }
    return new SentReply("sent-" + sent.size());
  }

  @Override
  public boolean recognisesRepetition() {
    return recognises;
  }

  @Override
  public void refresh() {
    refreshes++;
    if (failure instanceof ChannelException told && told.kind() == ChannelException.Kind.REFRESH) {
      failure = null;
    }
  }

  @Override
  public ChannelMessage fetch(ChannelMessage.NeedsFetch announced) {
    failIfTold();
    return fetchable.get(announced.hint());
  }

  private void failIfTold() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
