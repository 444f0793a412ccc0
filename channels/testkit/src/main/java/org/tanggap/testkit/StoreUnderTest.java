package org.tanggap.testkit;

import org.tanggap.store.ComplaintStore;

/** What each part of the contract asks of the class that runs it. */
abstract class StoreUnderTest {

  /** The store, empty when a test begins. */
  abstract ComplaintStore store();
}
