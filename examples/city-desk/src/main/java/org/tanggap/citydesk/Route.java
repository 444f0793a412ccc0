package org.tanggap.citydesk;

import java.io.IOException;
import java.util.List;

/**
 * One line of the table of what can be asked.
 *
 * @param method GET (HEAD comes with it), POST or DELETE
 * @param path the parts of the path; {@code *} stands for any
 * @param handler who answers
 */
record Route(String method, List<String> path, Handler handler) {

  /** Answers a request, or throws {@link RefusedRequestException}. */
  @FunctionalInterface
  interface Handler {
    HttpAnswer answer(WebRequest request) throws IOException;
  }

  static Route of(String method, String path, Handler handler) {
    return new Route(method, List.of(path.substring(1).split("/", -1)), handler);
  }

  boolean hasPath(List<String> asked) {
    if (asked.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < asked.size(); i++) {
      if (!path.get(i).equals("*") && !path.get(i).equals(asked.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean hasMethod(String asked) {
    return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
  }
}
