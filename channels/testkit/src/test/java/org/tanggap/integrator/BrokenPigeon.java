package org.tanggap.integrator;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An adapter that breaks one promise.
 *
 * @param name what it does wrong
 * @param promise the test of the contract that must notice it
 * @param connections makes, for one test, what connects; what it remembers outlives a restart
 */
record BrokenPigeon(String name, String promise, Supplier<Connection> connections) {

  /** Connects to Pigeon, as after a restart. */
  interface Connection {
    ForwardingPigeon to(Pigeons pigeons);
  }

  /** One that remembers nothing beyond a restart. */
  static BrokenPigeon that(String name, String promise, Connection connection) {
    return new BrokenPigeon(name, promise, () -> connection);
  }

  /** One that changes nothing. */
  static final BrokenPigeon SOUND =
      that("does everything right", "", at -> new ForwardingPigeon(at.connect()));

  Connection connection() {
    return connections.get();
  }

  static BrokenPigeon named(String name, List<BrokenPigeon> all) {
    return Stream.concat(Stream.of(SOUND), all.stream())
        .filter(broken -> broken.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
