package org.tanggap.integrator;

import org.junit.jupiter.api.extension.ExtendWith;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.JdbcStore;
import org.tanggap.testkit.ComplaintStoreContract;
import org.tanggap.testkit.PostgresqlSchema;
import org.tanggap.testkit.PostgresqlServer;

@ExtendWith(PostgresqlServer.class)
class PostgresqlStoreTest extends ComplaintStoreContract {

  private final PostgresqlSchema dataSource;

  PostgresqlStoreTest(PostgresqlSchema dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  protected ComplaintStore open() {
    return JdbcStore.on(dataSource);
  }

  @Override
  protected boolean durable() {
    return true;
  }
}
