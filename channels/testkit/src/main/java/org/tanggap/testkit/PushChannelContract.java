package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tanggap.channel.MessageFate;
import org.tanggap.channel.PushChannel;
import org.tanggap.channel.PushRequest;
import org.tanggap.complaint.Report;

/**
 * What every {@link PushChannel} promises, as tests. To hold an adapter to it, extend this class in
 * your tests and say how the vendor makes its requests:
 *
 * <pre>{@code
 * class PigeonPushTest extends PushChannelContract {
 *   @Override protected PushChannel connect() {      // a new object each time
 *     return new PigeonChannel(secrets(), clock());
 *   }
 *
 *   @Override protected PushRequest publish(String... texts) {
 *     return signed(FakePigeon.bodyOf(texts));
 *   }
 *
 *   @Override protected PushRequest signedWith(String secret, byte[] body) {
 *     return PushRequest.of(body, Map.of(signatureHeader(), List.of(hmac(secret, body))));
 *   }
 *   …
 * }
 * }</pre>
 *
 * <p>Each test runs on a new instance. What a vendor does not have is left as it is here; its tests
 * are then skipped.
 */
@Timeout(120)
public abstract class PushChannelContract extends PushSignaturePromises {

  private final ManualClock clock = ManualClock.at("2026-11-21T02:15:00Z");

  /** For subclasses. */
  protected PushChannelContract() {}

  /**
   * Connects to the one account with both {@link #secrets()}, as after a restart: a new object each
   * time.
   *
   * @return the adapter, which the contract closes
   */
  @Override
  protected abstract PushChannel connect();

  /**
   * The vendor's request after citizens have written, genuine and signed, with new ids each time.
   *
   * @param texts the words, at most {@link #batchSize()} messages
   * @return one request
   */
  @Override
  protected abstract PushRequest publish(String... texts);

  /**
   * The vendor's request after our own account has written.
   *
   * @param text the words
   * @return the request, or null if the vendor never tells us of our own messages
   */
  @Override
  protected abstract @Nullable PushRequest publishOwn(String text);

  /**
   * A request as the vendor would sign it, with the first of the {@link #secrets()}.
   *
   * @param body any bytes
   * @return the request
   */
  @Override
  protected PushRequest signed(byte[] body) {
    return signedWith(secrets().get(0), body);
  }

  /**
   * A request signed with a secret.
   *
   * @param secret any secret
   * @param body any bytes
   * @return the request
   */
  @Override
  protected abstract PushRequest signedWith(String secret, byte[] body);

  /**
   * The header field that makes a request genuine.
   *
   * @return its name
   */
  @Override
  protected abstract String signatureHeader();

  /**
   * The secrets that are valid at present.
   *
   * @return two, each of at least 16 characters
   */
  @Override
  protected abstract List<String> secrets();

  /**
   * Further header fields that the adapter reads, which belong into a copy of a request.
   *
   * @return their names; the media type unless said otherwise
   */
  @Override
  protected List<String> otherHeaders() {
    return List.of("Content-Type");
  }

  /**
   * What stands before the signature.
   *
   * @return such as {@code sha256=}; empty unless said otherwise
   */
  @Override
  protected String signaturePrefix() {
    return "";
  }

  /**
   * Whether the signature is made from the body; some vendors send a shared secret instead.
   *
   * @return true unless said otherwise
   */
  @Override
  protected boolean signsBody() {
    return true;
  }

  /**
   * Whether the signature is made from the body's bytes as they are, and not from what they mean,
   * such as the fields of a form.
   *
   * @return as {@link #signsBody()} unless said otherwise
   */
  @Override
  protected boolean signsRawBytes() {
    return signsBody();
  }

  /**
   * How many messages one request can hold.
   *
   * @return three unless the vendor sends each by itself
   */
  @Override
  protected int batchSize() {
    return 3;
  }

  /**
   * A genuine request with three messages, of which the one in the middle cannot be read, such as
   * one without an id.
   *
   * @param before the words of the first
   * @param after the words of the last
   * @return the request, or null if one request holds one message
   */
  @Override
  protected @Nullable PushRequest signedBatchWithOneBad(String before, String after) {
    return null;
  }

  /**
   * The vendor's request after a citizen has changed a message.
   *
   * @param id the external id of the message's key
   * @param text the words from now on
   * @return the request, or null if the vendor tells of no edits
   */
  @Override
  protected @Nullable PushRequest edit(String id, String text) {
    return null;
  }

  /**
   * The vendor's request after a citizen has deleted a message.
   *
   * @param id the external id of the message's key
   * @return the request, or null if the vendor tells of no deletions
   */
  @Override
  protected @Nullable PushRequest delete(String id) {
    return null;
  }

  /**
   * A genuine request that was signed so long ago that it must be somebody's recording.
   *
   * @return the request, or null if the vendor signs no time
   */
  @Override
  protected @Nullable PushRequest stale() {
    return null;
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
   * The clock for the adapter.
   *
   * @return the same clock throughout a test
   */
  @Override
  protected ManualClock clock() {
    return clock;
  }

  /**
   * How long reading one request may take.
   *
   * @return five seconds unless said otherwise
   */
  @Override
  protected Duration patience() {
    return Duration.ofSeconds(5);
  }

  @Test
  final void every_fate_is_acknowledged() {
    try (PushChannel channel = connect()) {
      List<MessageFate> all = new ArrayList<>();
      assertThat(channel.acknowledge(List.of()).status()).isBetween(200, 299);
      for (MessageFate.Kind kind : MessageFate.Kind.values()) {
        all.add(new MessageFate(kind, ""));
        all.add(new MessageFate(kind, "JKT-2026-000017"));
        assertThat(channel.acknowledge(List.of(new MessageFate(kind, ""))).status())
            .as("the vendor need not send it again: " + kind)
            .isBetween(200, 299);
      }
      assertThat(channel.acknowledge(all).status()).isBetween(200, 299);
    }
  }

  @Test
  final void closing_twice_is_harmless() {
    PushChannel channel = connect();
    channel.close();

    assertThatCode(channel::close).doesNotThrowAnyException();
  }
}
