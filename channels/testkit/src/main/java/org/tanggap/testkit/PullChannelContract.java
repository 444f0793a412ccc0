package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tanggap.channel.PullChannel;
import org.tanggap.complaint.Report;
import org.tanggap.testkit.FakeVendor.Fault;

/**
 * What every {@link PullChannel} promises, as tests. To hold an adapter to it, write a fake of the
 * vendor ({@link FakeVendor}), extend this class in your tests, and say how the two are connected:
 *
 * <pre>{@code
 * class PigeonPullTest extends PullChannelContract {
 *   private final FakePigeon vendor = new FakePigeon(clock());
 *
 *   @Override protected FakeVendor vendor() {
 *     return vendor;
 *   }
 *
 *   @Override protected PullChannel connect() {      // a new object each time
 *     return new PigeonChannel(vendor.url(), TOKEN, client, Duration.ofMillis(300), clock());
 *   }
 *
 *   @Override protected int pageSize() {             // small pages make quick tests
 *     return 3;
 *   }
 *   …
 * }
 * }</pre>
 *
 * <p>Each test runs on a new instance and expects an account without messages. The adapter's
 * time-out should be about 300 ms, since silence is tried several times. What a vendor does not
 * have, such as edits, is left as it is here; its tests are then skipped.
 */
@Timeout(120)
public abstract class PullChannelContract extends PullFailurePromises {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");

  /** For subclasses. */
  protected PullChannelContract() {}

  /**
   * The vendor's fake, the same throughout a test. The contract closes it.
   *
   * @return the fake
   */
  @Override
  protected abstract FakeVendor vendor();

  /**
   * Connects to the one account, as after a restart: a new object each time, with {@link #clock()}
   * and a short time-out.
   *
   * @return the adapter, which the contract closes
   */
  @Override
  protected abstract PullChannel connect();

  /**
   * Lets a citizen write.
   *
   * @param text the words
   * @return the external id of the message's key
   */
  @Override
  protected abstract String publish(String text);

  /**
   * Lets our own account write.
   *
   * @param text the words
   */
  @Override
  protected abstract void publishOwn(String text);

  /**
   * The credential, or the part of it that must never be shown.
   *
   * @return at least eight characters
   */
  @Override
  protected abstract String secret();

  /**
   * Lets the citizen change a message.
   *
   * @param id as {@link #publish} gave it
   * @param text the words from now on
   * @return false if this vendor has no edits or does not tell of them
   */
  @Override
  protected boolean edit(String id, String text) {
    return false;
  }

  /**
   * Lets the citizen delete a message.
   *
   * @param id as {@link #publish} gave it
   * @return false if this vendor has no deletions or does not tell of them
   */
  @Override
  protected boolean delete(String id) {
    return false;
  }

  /**
   * Lets the vendor give, among its messages, one that cannot be read, such as one without an id.
   *
   * @return false if this vendor gives each message by itself
   */
  @Override
  protected boolean publishBroken() {
    return false;
  }

  /**
   * Lets the vendor deliver once more what it has delivered.
   *
   * @return false if this vendor never does
   */
  @Override
  protected boolean redeliver() {
    return false;
  }

  /**
   * How many messages one call to the vendor brings at most, as {@link #connect} has set it. Small
   * pages make quick tests.
   *
   * @return the number, or 0 if the vendor gives everything at once
   */
  @Override
  protected int pageSize() {
    return 5;
  }

  /**
   * How many messages a page of the adapter holds at most.
   *
   * @return 1,000 unless the adapter promises fewer
   */
  @Override
  protected int mostMessages() {
    return 1_000;
  }

  /**
   * Whether the adapter gives messages of the seam between two polls again, because the vendor can
   * only be asked by time.
   *
   * @return false unless it does
   */
  @Override
  protected boolean overlaps() {
    return false;
  }

  /**
   * How many characters a citizen can write at most.
   *
   * @return 60,000 unless the vendor allows fewer
   */
  @Override
  protected int mostCharacters() {
    return 60_000;
  }

  /**
   * The words of a report without what the channel adds to them, such as a subject.
   *
   * @param report a report
   * @return the citizen's words
   */
  @Override
  protected String wordsOf(Report report) {
    return report.text();
  }

  /**
   * Faults that this vendor cannot have.
   *
   * @return none unless said otherwise
   */
  @Override
  protected Set<Fault> impossible() {
    return Set.of();
  }

  /**
   * The clock for the adapter and the fake.
   *
   * @return the same clock throughout a test
   */
  @Override
  protected ManualClock clock() {
    return clock;
  }

  /**
   * How long one call to the adapter may take, time-outs included.
   *
   * @return five seconds unless said otherwise
   */
  @Override
  protected Duration patience() {
    return Duration.ofSeconds(5);
  }

  /**
   * The first call in a JVM is slow. It is made here, and refused, so that it does not look like
   * the vendor's silence.
   */
  @BeforeEach
  final void warmUp() {
    if (!impossible().contains(Fault.SERVER_ERROR)) {
      vendor().fail(Fault.SERVER_ERROR, 1);
      try (PullChannel channel = connect()) {
        assertThat(channel.pull(null)).isNotNull();
      } catch (RuntimeException expected) {
        // What failures there may be is told by the tests.
      }
      vendor().recover();
    }
  }

  @AfterEach
  final void closeTheVendor() {
    vendor().close();
  }

  // The connection

  @Test
  final void connecting_and_asking_for_vitals_calls_nobody() {
    int before = vendor().requests().size();
    try (PullChannel channel = connect()) {
      assertThat(channel.vitals()).isNotNull();
    }
    assertThat(vendor().requests()).hasSize(before);
  }

  @Test
  final void the_account_is_the_same_after_a_restart() {
    try (PullChannel before = connect();
        PullChannel after = connect()) {
      assertThat(after.account()).isEqualTo(before.account());
    }
  }

  @Test
  final void closing_twice_is_harmless() {
    PullChannel channel = connect();
    channel.close();

    assertThatCode(channel::close).doesNotThrowAnyException();
  }
}
