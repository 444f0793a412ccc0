package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tanggap.channel.ReplyChannel;
import org.tanggap.channel.ReplyTarget;
import org.tanggap.complaint.Photo;
import org.tanggap.testkit.FakeVendor.Fault;

/**
 * What every {@link ReplyChannel} promises, as tests. To hold an adapter to it, write a fake of the
 * vendor ({@link FakeVendor}), extend this class in your tests, and say how the two are connected:
 *
 * <pre>{@code
 * class PigeonReplyTest extends ReplyChannelContract {
 *   private final FakePigeon vendor = new FakePigeon(clock());
 *
 *   @Override protected ReplyChannel connect() {     // a new object each time
 *     return new PigeonChannel(vendor.url(), TOKEN, client, Duration.ofMillis(300), clock());
 *   }
 *
 *   @Override protected ReplyTarget target() {       // a message that may be answered
 *     return targetOf(vendor.publish("Jalan rusak"));
 *   }
 *
 *   @Override protected List<String> delivered() {   // what has reached citizens
 *     return vendor.answers();
 *   }
 *   …
 * }
 * }</pre>
 *
 * <p>Each test runs on a new instance. The adapter's time-out should be about 300 ms. What a vendor
 * does not have is left as it is here; its tests are then skipped.
 */
@Timeout(120)
public abstract class ReplyChannelContract extends ReplyFailurePromises {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");

  /** For subclasses. */
  protected ReplyChannelContract() {}

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
  protected abstract ReplyChannel connect();

  /**
   * A citizen's message that may be answered now, with the hint that the adapter has noted for it
   * and a person with a handle and a name.
   *
   * @return a target that the vendor knows
   */
  @Override
  protected abstract ReplyTarget target();

  /**
   * What has reached citizens.
   *
   * @return the words of each answer, oldest first
   */
  @Override
  protected abstract List<String> delivered();

  /**
   * The credential, or the part of it that must never be shown.
   *
   * @return at least eight characters
   */
  @Override
  protected abstract String secret();

  /**
   * A message that the vendor no longer lets us answer.
   *
   * @return the target, or null if there is no such time
   */
  @Override
  protected @Nullable ReplyTarget targetTooOld() {
    return null;
  }

  /**
   * Photos that may go with an answer; the photo store of {@link #connect} has them.
   *
   * @return at least one if the adapter allows photos
   */
  @Override
  protected List<Photo> photos() {
    return List.of();
  }

  /**
   * How many photos have reached citizens.
   *
   * @return the photos of all answers
   */
  @Override
  protected int deliveredPhotos() {
    return 0;
  }

  /**
   * Whether the vendor gives an answer an id.
   *
   * @return true unless said otherwise
   */
  @Override
  protected boolean givesIds() {
    return true;
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
      try (ReplyChannel channel = connect()) {
        assertThat(channel.send(reply(target(), "percobaan"))).isNotNull();
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
  final void connecting_calls_nobody() {
    int before = calls();
    connect().close();

    assertThat(calls()).isEqualTo(before);
  }

  @Test
  final void closing_twice_is_harmless() {
    ReplyChannel channel = connect();
    channel.close();

    assertThatCode(channel::close).doesNotThrowAnyException();
  }
}
