package org.tanggap.testkit;

import static org.tanggap.testkit.SampleComplaints.NOW;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tanggap.complaint.Complaint;
import org.tanggap.store.ComplaintQuery;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.OutboxState;

/** All texts that come out of a store's port, whatever holds them. */
final class EverythingReadable {

  private static final int NUMBERS = 20;

  private final StringBuilder texts = new StringBuilder();

  private EverythingReadable() {}

  static String of(ComplaintStore store) {
    EverythingReadable all = new EverythingReadable();
    all.add(store.list(ComplaintQuery.all()).complaints());
    all.add(store.findKnown(numbered().mapToObj(SampleComplaints::key).toList()));
    all.add(store.findReporters(numbered().mapToObj(SampleComplaints::handle).toList()));
    numbered().forEach(n -> all.add(store.findReporter(SampleComplaints.reporterId(n))));
    numbered().forEach(n -> all.add(store.findCursor(SampleComplaints.account(n))));
    all.add(store.listAccounts());
    all.add(store.claimFetches(NOW.plus(Duration.ofDays(1)), Duration.ZERO, 100));
    all.add(store.listLeftOut(100));
    List<Object> replies = new ArrayList<>();
    for (OutboxState state : OutboxState.values()) {
      replies.addAll(store.listReplies(state, null, 100));
    }
    all.add(replies);
    all.add(store.claimReplies(NOW.plus(Duration.ofDays(1)), Duration.ZERO, 100));
    return all.texts.toString();
  }

  private static IntStream numbered() {
    return IntStream.range(0, NUMBERS);
  }

  private void add(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      add(optional.orElse(null));
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(this::add);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, of) -> {
            add(key);
            add(of);
          });
    } else if (value instanceof Complaint complaint) {
      add(complaint.history());
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        add(read(component, value));
      }
    } else if (value != null) {
      texts.append(value).append('\n');
    }
  }

  private static @Nullable Object read(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component + " cannot be read", e);
    }
  }
}
