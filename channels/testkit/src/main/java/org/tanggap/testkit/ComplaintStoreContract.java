package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tanggap.testkit.SampleComplaints.ACCOUNT;
import static org.tanggap.testkit.SampleComplaints.CURSOR;
import static org.tanggap.testkit.SampleComplaints.NOW;
import static org.tanggap.testkit.SampleComplaints.announced;
import static org.tanggap.testkit.SampleComplaints.everything;
import static org.tanggap.testkit.SampleComplaints.id;
import static org.tanggap.testkit.SampleComplaints.key;
import static org.tanggap.testkit.SampleComplaints.leftOut;
import static org.tanggap.testkit.SampleComplaints.reporter;
import static org.tanggap.testkit.SampleComplaints.taken;
import static org.tanggap.testkit.SampleComplaints.withLongHistory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.store.Commit;
import org.tanggap.store.CommitResult;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.OutboxEntry;
import org.tanggap.store.PendingFetch;
import org.tanggap.store.Watch;

/**
 * What every {@link ComplaintStore} promises, as tests. To hold a store to it, extend this class in
 * your tests and say how the store is opened:
 *
 * <pre>{@code
 * class MyStoreTest extends ComplaintStoreContract {
 *   @TempDir Path folder;                    // a new one for each test
 *
 *   @Override protected ComplaintStore open() {
 *     return MyStore.on(folder.resolve("desk.db"));
 *   }
 *
 *   @Override protected boolean durable() {
 *     return true;                           // survives being closed and opened
 *   }
 * }
 * }</pre>
 *
 * <p>Each test runs on a new instance and expects to find the store empty; a second {@code open()}
 * within one test opens the same storage again. The contract measures no speed and needs no network
 * of its own.
 */
public abstract class ComplaintStoreContract extends FetchPromises {

  private @Nullable ComplaintStore store;

  /** For subclasses. */
  protected ComplaintStoreContract() {}

  /**
   * Opens the store: empty at first, and with what was stored when called again in the same test.
   *
   * @return an open store, which the contract closes
   */
  protected abstract ComplaintStore open();

  /**
   * Whether what was committed is there again after the store was closed and opened.
   *
   * @return false for a store in memory
   */
  protected abstract boolean durable();

  @Override
  final ComplaintStore store() {
    return Objects.requireNonNull(store, "the store is not open");
  }

  @BeforeEach
  final void openTheStore() {
    store = open();
  }

  @AfterEach
  final void closeTheStore() {
    if (store != null) {
      store.close();
    }
  }

  private void reopen() {
    assumeTrue(durable(), "a store that is not durable promises nothing beyond its closing");
    store().close();
    store = open();
  }

  @Test
  final void closing_twice_is_harmless() {
    store().close();

    assertThatCode(() -> store().close()).doesNotThrowAnyException();
  }

  @Test
  final void a_store_that_was_closed_and_opened_has_kept_everything() {
    store().commit(everything(1));
    store().commit(new Commit().append(withLongHistory(2), 0, Watch.NONE));
    reopen();

    assertThat(store().find(id(1))).isPresent();
    assertThat(store().find(id(2)).orElseThrow().history()).isEqualTo(withLongHistory(2).history());
    assertThat(store().findKnown(List.of(key(1)))).isEqualTo(Map.of(key(1), taken(1)));
    assertThat(store().findCursor(ACCOUNT)).contains(CURSOR);
    assertThat(store().listLeftOut(10)).containsExactly(leftOut("line 1", NOW));
    assertThat(store().claimReplies(NOW, Duration.ofMinutes(5), 10))
        .extracting(entry -> entry.reply().to())
        .containsExactly(new ReplyTarget(key(1), taken(1).sentAt(), reporter(1), taken(1).hint()));
    assertThat(store().claimFetches(NOW, Duration.ofMinutes(5), 10))
        .containsExactly(new PendingFetch(announced(1), 1));
  }

  @Test
  final void a_store_that_was_closed_and_opened_still_knows_what_was_taken_and_claimed() {
    store().commit(everything(1));
    List<OutboxEntry> claimed = store().claimReplies(NOW, Duration.ofMinutes(5), 10);
    store().claimFetches(NOW, Duration.ofMinutes(5), 10);
    store().claimAccount(ACCOUNT, NOW, Duration.ofMinutes(5));
    reopen();

    assertThat(store().commit(everything(1)))
        .isInstanceOfAny(CommitResult.MessageTaken.class, CommitResult.VersionMoved.class);
    assertThat(claimed).hasSize(1);
    assertThat(store().claimReplies(NOW, Duration.ofMinutes(5), 10)).isEmpty();
    assertThat(store().claimReplies(NOW.plusSeconds(300), Duration.ofMinutes(5), 10))
        .extracting(OutboxEntry::attempts)
        .containsExactly(2);
    assertThat(store().claimFetches(NOW, Duration.ofMinutes(5), 10)).isEmpty();
    assertThat(store().claimAccount(ACCOUNT, NOW, Duration.ofMinutes(5))).isEmpty();
    assertThat(store().claimAccount(ACCOUNT, NOW.plusSeconds(300), Duration.ofMinutes(5)))
        .isPresent();
  }
}
