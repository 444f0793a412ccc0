package org.tanggap.channel.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-IDs of our answers, each made of the answer's id.
 *
 * @param domain what stands behind the at sign
 */
record OwnIds(String domain) {

  private static final String UUID_DIGITS =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  String of(UUID answer) {
    return "<" + answer + "@" + domain + ">";
  }

  /** The first of our ids in a text. */
  Optional<String> findIn(String text) {
    Matcher id =
        Pattern.compile("<" + UUID_DIGITS + "@" + Pattern.quote(domain) + ">").matcher(text);
    return id.find() ? Optional.of(id.group()) : Optional.empty();
  }

  /** The first of some ids that is ours. */
  Optional<String> findFirst(List<String> ids) {
    return ids.stream().flatMap(id -> findIn(id).stream()).findFirst();
  }
}
