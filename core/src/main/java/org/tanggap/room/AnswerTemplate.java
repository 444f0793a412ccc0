package org.tanggap.room;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Status;
import org.tanggap.responsibility.Category;

/**
 * A prepared answer.
 *
 * @param id its name, unique among the templates
 * @param category for complaints of this category and all narrower ones, or null for all
 * @param statuses for complaints in one of these, or empty for all
 * @param language its language, such as {@code id}
 * @param text the words, with places to fill: see {@link AnswerTemplates}
 */
public record AnswerTemplate(
    String id, @Nullable Category category, Set<Status> statuses, String language, String text) {

  public AnswerTemplate {
    Objects.requireNonNull(id, "id");
    statuses = Set.copyOf(statuses);
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(text, "text");
  }

  /** The name only. */
  @Override
  public String toString() {
    return "AnswerTemplate[" + id + "]";
  }

  boolean fits(Complaint complaint) {
    return (category == null || complaint.category().isWithin(category))
        && (statuses.isEmpty() || statuses.contains(complaint.status()));
  }

  /** How closely it is meant: the depth of its category, then whether it names a status. */
  int closeness() {
    int depth = category == null ? 0 : category.code().split("\\.", -1).length;
    return depth * 2 + (statuses.isEmpty() ? 0 : 1);
  }
}
