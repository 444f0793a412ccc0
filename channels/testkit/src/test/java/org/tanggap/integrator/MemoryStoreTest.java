package org.tanggap.integrator;

import org.tanggap.store.ComplaintStore;
import org.tanggap.store.MemoryStore;
import org.tanggap.testkit.ComplaintStoreContract;

/** As an integrator would: from a package of its own. */
class MemoryStoreTest extends ComplaintStoreContract {

  @Override
  protected ComplaintStore open() {
    return new MemoryStore();
  }

  @Override
  protected boolean durable() {
    return false;
  }
}
