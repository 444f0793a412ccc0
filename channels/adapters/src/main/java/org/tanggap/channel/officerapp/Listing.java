package org.tanggap.channel.officerapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.PushRequest;
import org.tanggap.complaint.Complaint;
import org.tanggap.complaint.Status;
import org.tanggap.store.Bookmark;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintQuery.Order;

/**
 * Which complaints a request wants to see.
 *
 * @param query what the store is asked
 * @param filter which of a page are shown; a page may so hold fewer than its limit
 */
record Listing(ComplaintQuery query, Predicate<Complaint> filter) {

  private static final Set<String> PARAMETERS = Set.of("area", "status", "order", "limit", "after");
  private static final int MOST = 200;

  /**
   * Reads the parameters. Without an area, or in one that is not the officer's, only what the
   * officer's own unit has is listed.
   */
  static Listing parse(PushRequest request, Officer officer) {
    List<String> faults = new ArrayList<>();
    Optional<String> area = find(request, "area", faults);
    String status = find(request, "status", faults).orElse("open");
    ComplaintQuery query = status.equals("open") ? ComplaintQuery.open() : ComplaintQuery.all();
    query =
        query
            .by(order(request, faults))
            .limit(limit(request, faults))
            .after(after(request, faults));
    query = area.isPresent() ? query.inArea(area.get()) : query;
    query = area.filter(officer::seesArea).isPresent() ? query : query.ofUnit(officer.unit().id());
    Predicate<Complaint> wanted = wanted(status, faults);
    unknown(request).forEach(name -> faults.add(name + " is no parameter"));
    if (!faults.isEmpty()) {
      throw RefusedCallException.faulty(faults);
    }
    return new Listing(query, wanted.and(officer::sees));
  }

  private static Optional<String> find(PushRequest request, String name, List<String> faults) {
    List<String> values = request.parameter(name);
    if (values.size() > 1 || values.stream().anyMatch(String::isBlank)) {
      faults.add(name + " is given twice or empty");
      return Optional.empty();
    }
    return values.stream().findFirst();
  }

  private static Predicate<Complaint> wanted(String status, List<String> faults) {
    if (status.equals("open") || status.equals("all")) {
      return complaint -> true;
    }
    for (Status one : Status.values()) {
      if (one.name().equals(status)) {
        return complaint -> complaint.status() == one;
      }
    }
    faults.add("status is neither open, all nor the name of a status");
    return complaint -> false;
  }

  private static Order order(PushRequest request, List<String> faults) {
    return switch (find(request, "order", faults).orElse("latest")) {
      case "latest" -> Order.LATEST;
      case "due" -> Order.DUE;
      default -> {
        faults.add("order is neither due nor latest");
        yield Order.LATEST;
      }
    };
  }

  private static int limit(PushRequest request, List<String> faults) {
    String text = find(request, "limit", faults).orElse("50");
    if (text.matches("[0-9]{1,3}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    faults.add("limit is no number from 1 to " + MOST);
    return 1;
  }

  private static @Nullable Bookmark after(PushRequest request, List<String> faults) {
    Optional<String> text = find(request, "after", faults);
    Optional<Bookmark> end = text.flatMap(Bookmark::parse);
    if (text.isPresent() && end.isEmpty()) {
      faults.add("after is not what a page ended with");
    }
    return end.orElse(null);
  }

  private static Set<String> unknown(PushRequest request) {
    String query = request.uri().getRawQuery();
    return Stream.of(query == null ? new String[0] : query.split("&", -1))
        .map(pair -> pair.split("=", 2)[0])
        .filter(name -> !name.isEmpty() && !PARAMETERS.contains(name))
        .map(name -> name.matches("[A-Za-z0-9_-]{1,40}") ? name : "one of the names")
        .collect(Collectors.toSet());
  }
}
