package org.tanggap.channel.meta;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tanggap.channel.Reply;
import org.tanggap.channel.ReplyPermission;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.channel.SentReply;
import org.tanggap.channel.web.ApiRequest;

/** Answers on Instagram: words under a comment or a mention. */
final class InstagramAnswers {

  private final GraphApi api;
  private final EarlierAnswer earlier;
  private final InstagramAccount own;
  private final int maxCharacters;

  InstagramAnswers(GraphApi api, InstagramAccount own, int maxCharacters) {
    this.api = api;
    this.earlier = new EarlierAnswer(api, "replies", "id,text");
    this.own = own;
    this.maxCharacters = maxCharacters;
  }

  ReplyPermission permission(ReplyTarget to) {
    return InstagramHint.parse(to.hint()).live()
        ? new ReplyPermission.ByHand("Instagram takes no answers to comments on a live video")
        : ReplyPermission.Allowed.words(maxCharacters);
  }

  SentReply send(Reply reply) {
    InstagramHint hint = InstagramHint.parse(reply.to().hint());
    if (hint.live()) {
      throw AnswerRules.refused("Instagram takes no answers to comments on a live video");
    } else if (!reply.photos().isEmpty()) {
      throw AnswerRules.refused("Instagram takes answers in words only");
    }
    AnswerRules.checkLength(reply, maxCharacters);
    return hint.isMention() ? underMention(reply, hint) : underComment(reply, hint);
  }

  private SentReply underComment(Reply reply, InstagramHint hint) {
    String target = GraphJson.nodeId(reply.to().message().externalId());
    if (reply.mayBeSent()) {
      // Nobody else writes just these words there, so the author need not be known.
      Optional<String> sent =
          earlier.find(
              target,
              hint.parent(),
              answer -> EarlierAnswer.isSame(answer.path("text"), reply.text()));
      if (sent.isPresent()) {
        return new SentReply(sent.get());
      }
    }
    ApiRequest request = ApiRequest.post(target, "replies").form(Map.of("message", reply.text()));
    return new SentReply(api.deliver(request, "id"));
  }

  /** What is written under somebody else's picture cannot be read back. */
  private SentReply underMention(Reply reply, InstagramHint hint) {
    if (reply.mayBeSent()) {
      throw AnswerRules.refused(
          "whether the answer was sent has to be looked up at the mention by hand");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("media_id", hint.media());
    if (!hint.comment().isEmpty()) {
      fields.put("comment_id", hint.comment());
    }
    fields.put("message", reply.text());
    ApiRequest request = ApiRequest.post(own.id(), "mentions").form(fields);
    return new SentReply(api.deliver(request, "id"));
  }
}
