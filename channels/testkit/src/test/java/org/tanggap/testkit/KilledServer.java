package org.tanggap.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server that is killed together with who writes to it, and started again. */
final class KilledServer implements AutoCloseable {

  private final Path data;
  private EmbeddedPostgres server;

  KilledServer(Path data) throws IOException {
    this.data = data;
    this.server = builder().start();
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        // As a server is run; what is embedded has it off.
        .setServerConfig("fsync", "on");
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** Kills the server with all its processes, then the writer, and starts the server again. */
  void strike(Process writer) throws Exception {
    long number = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    ProcessHandle postmaster = ProcessHandle.of(number).orElseThrow();
    List<ProcessHandle> all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    KillRounds.kill(writer);
    postmaster.onExit().get(30, TimeUnit.SECONDS);
    for (ProcessHandle backend : all) {
      backend.onExit().get(30, TimeUnit.SECONDS);
    }
    int port = server.getPort();
    // Lets go of its lock; that there is nothing to be stopped, it says in the log.
    server.close();
    server = builder().setPort(port).start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
