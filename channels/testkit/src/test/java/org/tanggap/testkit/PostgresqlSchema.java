package org.tanggap.testkit;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of a test's own, by connections from the pool that all tests share. */
public final class PostgresqlSchema implements DataSource {

  private final DataSource pool;
  private final String url;
  private final String name;

  PostgresqlSchema(DataSource pool, String url, String name) {
    this.pool = pool;
    this.url = url;
    this.name = name;
  }

  /** Connections of the test's own, each a new one, with further parameters of the driver. */
  DataSource unpooled(String parameters) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url + "&currentSchema=" + name + "&" + parameters);
    return dataSource;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = pool.getConnection();
    connection.setSchema(name);
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return pool.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    pool.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    pool.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return pool.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return pool.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return pool.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return pool.isWrapperFor(type);
  }
}
