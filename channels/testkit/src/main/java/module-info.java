/**
 * The contracts that a store or an adapter is held to, as tests to extend. Start at {@link
 * org.tanggap.testkit.ComplaintStoreContract}.
 */
module org.tanggap.testkit {
  requires transitive org.tanggap.core;
  requires jdk.httpserver;
  requires transitive org.junit.jupiter.api;
  requires transitive org.assertj.core;
  requires static transitive org.jspecify;

  exports org.tanggap.testkit;

  // The tests are package-private; JUnit calls them by reflection.
  opens org.tanggap.testkit to
      org.junit.platform.commons;
}
