package org.tanggap.channel;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a host hands to its channels, by type: an HTTP client, a {@link PhotoStore}, the host's own
 * things for its own adapters. Immutable and thread-safe, as far as the parts are.
 */
public final class ChannelParts {

  private final InstantSource clock;
  private final Map<Class<?>, Object> parts;

  private ChannelParts(InstantSource clock, Map<Class<?>, Object> parts) {
    this.clock = clock;
    this.parts = parts;
  }

  /**
   * Nothing but a clock.
   *
   * @param clock tells the time
   * @return the parts
   */
  public static ChannelParts of(InstantSource clock) {
    return new ChannelParts(Objects.requireNonNull(clock, "clock"), Map.of());
  }

  /**
   * These parts and one more.
   *
   * @param type the type under which channels ask for it
   * @param part the part
   * @param <T> the type
   * @return a copy
   */
  public <T> ChannelParts with(Class<T> type, T part) {
    Map<Class<?>, Object> more = new HashMap<>(parts);
    more.put(type, Objects.requireNonNull(part, "part"));
    return new ChannelParts(clock, Map.copyOf(more));
  }

  /**
   * Tells the time.
   *
   * @return the clock
   */
  public InstantSource clock() {
    return clock;
  }

  /**
   * A part that a channel cannot do without.
   *
   * @param type the type
   * @param <T> the type
   * @return the part
   * @throws NoSuchElementException if the host has handed over none
   */
  public <T> T get(Class<T> type) {
    return find(type)
        .orElseThrow(
            () -> new NoSuchElementException("the host has handed over no " + type.getName()));
  }

  /**
   * A part.
   *
   * @param type the type
   * @param <T> the type
   * @return the part, or nothing if the host has handed over none
   */
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(type.cast(parts.get(type)));
  }
}
