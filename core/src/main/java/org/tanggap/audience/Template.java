package org.tanggap.audience;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with parts in square brackets; a part vanishes if a value that it names is unknown. */
final class Template {

  static final String UNIT = "unit";
  static final String DATE = "date";
  static final String DUE = "due";
  static final String NUMBER = "number";
  static final String OUTCOME = "outcome";

  private static final Set<String> NAMES = Set.of(UNIT, DATE, DUE, NUMBER, OUTCOME);
  private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern MARK = Pattern.compile("[\\[\\]{}]");

  private Template() {}

  static String checked(String template) {
    Matcher names = NAME.matcher(template);
    while (names.find()) {
      if (!NAMES.contains(names.group(1))) {
        throw new IllegalArgumentException(
            "a text names {" + names.group(1) + "}, which is unknown");
      }
    }
    boolean stray =
        MARK.matcher(PART.matcher(template).replaceAll("")).find()
            || PART.matcher(template)
                .results()
                .anyMatch(part -> MARK.matcher(NAME.matcher(part.group(1)).replaceAll("")).find());
    if (stray) {
      throw new IllegalArgumentException("a name stands outside of [brackets], or a bracket alone");
    }
    return template;
  }

  static String fill(String template, Map<String, String> values) {
    return PART.matcher(template)
        .replaceAll(part -> Matcher.quoteReplacement(part(part.group(1), values)));
  }

  private static String part(String part, Map<String, String> values) {
    boolean known =
        NAME.matcher(part).results().map(it -> it.group(1)).allMatch(values::containsKey);
    return known ? NAME.matcher(part).replaceAll(name -> value(name, values)) : "";
  }

  private static String value(MatchResult name, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(name.group(1), ""));
  }
}
