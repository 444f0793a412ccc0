package org.tanggap.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a schema of its own on one server, which runs as long as the tests do. Take it by
 * {@code @ExtendWith(PostgresqlServer.class)} and a parameter of type {@link PostgresqlSchema}.
 */
public final class PostgresqlServer implements ParameterResolver {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(PostgresqlServer.class);

  /** Made by JUnit. */
  public PostgresqlServer() {}

  /** The server and a pool, stopped by JUnit at the end. */
  private record Running(EmbeddedPostgres server, HikariDataSource pool, AtomicInteger schemas)
      implements AutoCloseable {

    static Running start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                // Its transactions would hold the order of changes back for a moment.
                .setServerConfig("autovacuum", "off")
                .start();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        config.setMinimumIdle(1);
        return new Running(server, new HikariDataSource(config), new AtomicInteger());
      } catch (IOException e) {
        throw new AssertionError("PostgreSQL does not start", e);
      }
    }

    PostgresqlSchema create() throws SQLException {
      String name = "test_" + schemas.incrementAndGet();
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE SCHEMA " + name);
      }
      return new PostgresqlSchema(pool, server.getJdbcUrl("postgres", "postgres"), name);
    }

    @Override
    public void close() throws IOException {
      pool.close();
      server.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PostgresqlSchema.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(OURS)
            .computeIfAbsent(Running.class, unused -> Running.start(), Running.class);
    try {
      return running.create();
    } catch (SQLException e) {
      throw new AssertionError("no schema for the test", e);
    }
  }
}
