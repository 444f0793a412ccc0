package org.tanggap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.testkit.SampleComplaints.everything;
import static org.tanggap.testkit.SampleComplaints.reporterId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.tanggap.complaint.ComplaintEvent;
import org.tanggap.jurisdiction.LocationEvidence;
import org.tanggap.store.JdbcStore;

class JdbcStoreOnSqliteTest extends JdbcStoreTests {

  @TempDir private Path folder;

  @Override
  DataSource database() {
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + folder.resolve("desk.db"));
    return dataSource;
  }

  @Override
  WatchedDataSource.Explaining explaining() {
    return new WatchedDataSource.Explaining(database(), "EXPLAIN QUERY PLAN ", 4);
  }

  @Override
  String refuseReplies() {
    return "CREATE TRIGGER tanggap_no BEFORE INSERT ON tanggap_outbox"
        + " BEGIN SELECT RAISE(ABORT, 'no'); END";
  }

  @Override
  int schemaBefore() {
    return 2;
  }

  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void what_was_erased_is_gone_from_the_files_too() throws IOException {
    JdbcStore store = JdbcStore.on(database());
    store.commit(everything(1));
    store.commit(everything(2));
    assertThat(files()).contains("+62-1", "berlubang", "example.org/1", "utas <1>");

    store.erase(
        reporterId(1),
        event -> {
          ComplaintEvent.Received it = (ComplaintEvent.Received) event;
          return new ComplaintEvent.Received(
              it.at(),
              it.by(),
              it.message(),
              "",
              LocationEvidence.none(),
              it.category(),
              List.of(),
              it.sentAt(),
              it.reporter(),
              it.discretion());
        });

    assertThat(files())
        .doesNotContain("+62-1", "example.org/1", "utas <1>")
        .contains("+62-2", "org/2", "utas <2>");
  }
}
