package org.tanggap.channel.mastodon;

import java.util.regex.Pattern;

/**
 * How long Mastodon counts a status (docs.joinmastodon.org, "Posting to your profile", text: links
 * count as 23 characters, of a mention only the name counts).
 */
final class StatusLength {

  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final Pattern LINK = Pattern.compile("https?://\\S*[^\\s.,;:!?)\\]'\"]");
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w/])@(\\w[\\w.-]{0,63})@[\\w.-]{1,255}\\w");
  private static final String LINK_OF_23 = "x".repeat(23);

  private StatusLength() {}

  static int of(String text) {
    String counted = LINK.matcher(text).replaceAll(LINK_OF_23);
    return (int) GRAPHEME.matcher(withoutServers(counted)).results().count();
  }

  /** The text with names as Mastodon shows them, without their servers. */
  static String withoutServers(String text) {
    return MENTION.matcher(text).replaceAll("@$1");
  }
}
