package org.tanggap.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;

/** Brings a database to the current schema, by the scripts beside this class. */
final class Schema {

  private final Session session;
  private final Dialect dialect;
  private final IndexRebuild index;

  Schema(Session session, IndexRebuild index) {
    this.session = session;
    this.dialect = session.dialect();
    this.index = index;
  }

  /** Refuses what cannot be worked with, before anything is changed. */
  void refuseNewer() throws SQLException {
    int version = version();
    if (version > dialect.currentSchema()) {
      throw new StoreException(
          "the database has schema " + version + ", newer than this library knows", null);
    }
  }

  /** Creates or upgrades the tables. Part of a transaction. */
  void upgrade() throws SQLException {
    dialect.lockSchema(session.connection());
    refuseNewer();
    int before = version();
    for (int next = before + 1; next <= dialect.currentSchema(); next++) {
      apply(next);
    }
    if (before > 0 && before < dialect.firstIndexedSchema()) {
      fillIndex();
    }
    dialect.settleIn(session.connection());
  }

  /** 0 where the tables are not made yet. */
  private int version() throws SQLException {
    if (session.read(dialect.schemaExists(), row -> row.getInt(1)).isEmpty()) {
      return 0;
    }
    return session.read("SELECT version FROM tanggap_schema", row -> row.getInt(1)).stream()
        .findFirst()
        .orElse(0);
  }

  private void apply(int version) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      for (String sql : script(version).split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      statement.execute("UPDATE tanggap_schema SET version = " + version);
    }
  }

  private void fillIndex() throws SQLException {
    IndexRebuild.Page page = IndexRebuild.BEFORE_THE_FIRST;
    while (!page.isLast()) {
      page = index.page(session, page.end());
      IndexRebuild.setChannels(session, page.complaints());
    }
  }

  private String script(int version) {
    String name = dialect.script() + "-" + version + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
