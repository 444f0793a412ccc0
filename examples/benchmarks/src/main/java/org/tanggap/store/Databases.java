package org.tanggap.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** New databases for one run, as durable as a city would have them. */
final class Databases implements AutoCloseable {

  private final Path folder;
  private final @Nullable EmbeddedPostgres server;
  private int count;

  private Databases(Path folder, @Nullable EmbeddedPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  /** Of {@code sqlite} or {@code postgresql}. */
  static Databases of(String product) {
    try {
      Path folder = Files.createTempDirectory("tanggap-benchmark-");
      EmbeddedPostgres server =
          product.equals("postgresql")
              ? EmbeddedPostgres.builder()
                  .setServerConfig("fsync", "on")
                  .setServerConfig("synchronous_commit", "on")
                  .start()
              : null;
      return new Databases(folder, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A pool of connections to an empty database. */
  HikariDataSource create() {
    count++;
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(2);
    if (server == null) {
      config.setJdbcUrl("jdbc:sqlite:" + folder.resolve("desk-" + count + ".db"));
      config.setConnectionInitSql("PRAGMA synchronous = FULL");
    } else {
      String name = "desk" + count;
      execute(server, "CREATE DATABASE " + name);
      config.setJdbcUrl(server.getJdbcUrl("postgres", name));
      config.setUsername("postgres");
    }
    return new HikariDataSource(config);
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    }
  }
}
