package org.tanggap.integrator;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.tanggap.store.ComplaintStore;
import org.tanggap.store.JdbcStore;
import org.tanggap.testkit.ComplaintStoreContract;

class SqliteStoreTest extends ComplaintStoreContract {

  @TempDir private Path folder;

  @Override
  protected ComplaintStore open() {
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + folder.resolve("desk.db"));
    return JdbcStore.on(dataSource);
  }

  @Override
  protected boolean durable() {
    return true;
  }
}
