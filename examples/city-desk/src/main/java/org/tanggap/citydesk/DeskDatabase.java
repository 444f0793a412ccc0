package org.tanggap.citydesk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tanggap.store.JdbcStore;
import org.tanggap.store.StoreException;

/**
 * The database of {@code --db}, SQLite in a file or PostgreSQL, opened or refused in a sentence.
 */
final class DeskDatabase implements AutoCloseable {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final int CONNECTIONS = 4;

  private final HikariDataSource dataSource;
  private final JdbcStore store;

  private DeskDatabase(HikariDataSource dataSource, JdbcStore store) {
    this.dataSource = dataSource;
    this.store = store;
  }

  /**
   * What was asked for.
   *
   * @param url the JDBC URL
   * @param user the user for PostgreSQL, or null if the URL names one
   * @param password the password for PostgreSQL, or null if the URL holds one or none is needed
   */
  record Settings(String url, @Nullable String user, @Nullable String password) {

    static Settings of(String url) {
      return new Settings(url, null, null);
    }

    boolean isSqlite() {
      return url.startsWith(SQLITE);
    }

    /** The URL as it may be shown: without options that may hold a password. */
    String shown() {
      return isSqlite() ? url : withoutOptions();
    }

    private String withoutOptions() {
      return url.replaceFirst("\\?.*$", "");
    }

    /** A SQLite file has the answers to citizens beside it, any other has them where it runs. */
    Path answers() {
      String file =
          isSqlite()
              ? withoutOptions().substring(SQLITE.length()).replaceFirst("\\.db$", "")
              : "city-desk";
      return Path.of(file + "-answers.ndjson");
    }

    /** Where the photos are kept that channels bring themselves, beside the answers. */
    Path photos() {
      String name = String.valueOf(answers().getFileName());
      return answers().resolveSibling(name.replaceFirst("-answers\\.ndjson$", "-photos"));
    }

    void check() {
      if (!isSqlite() && !url.startsWith(POSTGRESQL)) {
        throw new CannotStartException(
            "the database "
                + shown()
                + " is not supported. Give --db a URL like jdbc:sqlite:desk.db or"
                + " jdbc:postgresql://localhost/desk.",
            null);
      }
      if (url.equals(SQLITE) || url.contains(":memory:") || url.contains("mode=memory")) {
        throw new CannotStartException(
            "the database " + shown() + " is no file. Give --db a URL like jdbc:sqlite:desk.db.",
            null);
      }
    }

    private Properties login() {
      Properties login = new Properties();
      if (url.startsWith(POSTGRESQL)) {
        login.setProperty("connectTimeout", "5");
        if (user != null) {
          login.setProperty("user", user);
        }
        if (password != null) {
          login.setProperty("password", password);
        }
      }
      return login;
    }
  }

  /** Connects once to see whether it can be done, then makes the pool and the store. */
  static DeskDatabase open(Settings settings) {
    settings.check();
    Properties login = settings.login();
    try (Connection connection = DriverManager.getConnection(settings.url(), login);
        Statement statement = connection.createStatement()) {
      if (settings.isSqlite()) {
        statement.execute("PRAGMA schema_version");
      }
    } catch (SQLException e) {
      throw unreachable(settings, e);
    }
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setDataSourceProperties(login);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("city-desk");
    HikariDataSource dataSource = new HikariDataSource(config);
    try {
      return new DeskDatabase(dataSource, JdbcStore.on(dataSource));
    } catch (StoreException e) {
      dataSource.close();
      throw new CannotStartException(
          settings.shown()
              + " cannot be used: "
              + e.getMessage()
              + ". Give --db another "
              + (settings.isSqlite() ? "file" : "database")
              + "; the tables of this one were left as they are.",
          e);
    }
  }

  private static CannotStartException unreachable(Settings settings, SQLException e) {
    if (settings.isSqlite()) {
      return new CannotStartException(
          settings.shown() + " cannot be opened: " + e.getMessage() + ". Give --db another file.",
          e);
    }
    String why =
        switch (Objects.requireNonNullElse(e.getSQLState(), "").replaceFirst("(?<=^..).*", "")) {
          case "08" -> "no server answers there. Start it, or check the host and the port.";
          case "28" ->
              "it refuses this user. Set CITY_DESK_DB_USER and CITY_DESK_DB_PASSWORD, or put user"
                  + " and password into the URL.";
          case "3D" -> "it has no database of that name. Make it with createdb.";
          default -> "it refuses with state " + e.getSQLState() + ". Check the URL.";
        };
    return new CannotStartException(settings.shown() + " cannot be reached: " + why, e);
  }

  JdbcStore store() {
    return store;
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
