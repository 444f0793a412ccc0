package org.tanggap.channel.officerapp;

import java.util.List;
import org.tanggap.channel.PushResponse;
import org.tanggap.channel.web.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that is answered with a refusal. */
final class RefusedCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is sent back. */
  private final transient PushResponse response;

  private RefusedCallException(PushResponse response) {
    super("refused with " + response.status());
    this.response = response;
  }

  static RefusedCallException of(int status, String problem) {
    return of(status, problem(problem));
  }

  static RefusedCallException of(int status, ObjectNode body) {
    return new RefusedCallException(PushResponse.json(status, body.toString()));
  }

  /** 400 with everything that is wrong, so that nobody has to try again and again. */
  static RefusedCallException faulty(List<String> faults) {
    ObjectNode body = problem("the request has faults");
    ArrayNode list = body.putArray("faults");
    faults.forEach(list::add);
    return of(400, body);
  }

  static RefusedCallException unknown() {
    return of(404, "there is no such complaint for you");
  }

  static ObjectNode problem(String words) {
    return Json.object().put("problem", words);
  }

  PushResponse response() {
    return response;
  }
}
