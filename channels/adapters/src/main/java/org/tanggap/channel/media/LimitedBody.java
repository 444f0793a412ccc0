package org.tanggap.channel.media;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException.Kind;

/**
 * Takes the body of an answer of status 200 up to a length, and of any other answer nothing. What
 * is not wanted is not read: the exchange is broken off.
 */
final class LimitedBody implements BodySubscriber<byte[]> {

  private final int limit;
  private final boolean wanted;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  private LimitedBody(int limit, boolean wanted) {
    this.limit = limit;
    this.wanted = wanted;
  }

  static HttpResponse.BodyHandler<byte[]> upTo(int limit) {
    return head -> new LimitedBody(limit, head.statusCode() == 200);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription exchange) {
    subscription = exchange;
    if (wanted) {
      exchange.request(1);
    } else {
      exchange.cancel();
      whole.complete(new byte[0]);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > limit - taken.size()) {
        breakOff();
        return;
      }
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      taken.writeBytes(bytes);
    }
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private void breakOff() {
    if (subscription != null) {
      subscription.cancel();
    }
    whole.completeExceptionally(
        MediaFetcher.failure(
            Kind.MALFORMED, "the picture is longer than " + limit + " bytes", null));
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(taken.toByteArray());
  }
}
