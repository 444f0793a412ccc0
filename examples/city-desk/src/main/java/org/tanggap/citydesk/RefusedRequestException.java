package org.tanggap.citydesk;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that cannot be answered: the HTTP status, a word for programs, a sentence for people.
 */
final class RefusedRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String kind;

  RefusedRequestException(int status, String kind, String sentence) {
    super(sentence);
    this.status = status;
    this.kind = kind;
  }

  static RefusedRequestException malformed(String sentence) {
    return new RefusedRequestException(400, "malformed", sentence);
  }

  static RefusedRequestException unknown(String what) {
    return new RefusedRequestException(404, "unknown", "There is no such " + what + ".");
  }

  HttpAnswer answer() {
    return HttpAnswer.of(status, json(kind, getMessage()));
  }

  /** The form of every refusal. */
  static ObjectNode json(String kind, String sentence) {
    return JsonMapper.shared().createObjectNode().put("error", sentence).put("kind", kind);
  }
}
