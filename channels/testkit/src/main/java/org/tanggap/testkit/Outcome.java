package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanggap.channel.ChannelException;

/**
 * What became of a call to a channel: a value, or the one kind of failure that is allowed.
 *
 * @param value what came back, or null if it failed
 * @param failure how it failed, or null if it did not
 */
record Outcome<T>(@Nullable T value, @Nullable ChannelException failure) {

  /** Makes the call, which ends in good time and throws nothing but a ChannelException. */
  static <T> Outcome<T> of(Duration patience, Supplier<T> call) {
    return assertTimeoutPreemptively(
        patience, () -> call(call), "the call has to end in good time: it needs a time-out");
  }

  private static <T> Outcome<T> call(Supplier<T> call) {
    try {
      T value = call.get();
      assertThat((Object) value).as("what came back").isNotNull();
      return new Outcome<>(value, null);
    } catch (ChannelException e) {
      return new Outcome<>(null, e);
    } catch (RuntimeException e) {
      throw new AssertionError("an adapter throws nothing but ChannelException, not " + e, e);
    }
  }

  T get() {
    if (value == null) {
      throw new AssertionError("a healthy vendor has to be read and written", failure);
    }
    return value;
  }

  ChannelException failed() {
    if (failure == null) {
      throw new AssertionError("the call has to fail with a ChannelException");
    }
    return failure;
  }

  ChannelException.Kind kind() {
    return failed().kind();
  }

  /** Looks for what must stay secret in the failure, its causes, and their stack traces. */
  void showsNoneOf(List<String> secrets) {
    if (failure != null) {
      StringWriter text = new StringWriter();
      failure.printStackTrace(new PrintWriter(text));
      for (String secret : secrets) {
        assertThat(text.toString()).as("a failure with its causes").doesNotContain(secret);
      }
    }
  }
}
