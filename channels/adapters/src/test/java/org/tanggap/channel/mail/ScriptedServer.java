package org.tanggap.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tanggap.channel.mail.MailServer.Security;

/** An SMTP server that answers what it is told to answer (RFC 5321), or nothing. */
final class ScriptedServer implements AutoCloseable {

  /** Instead of an answer: the connection is cut. */
  static final String CUT = "cut";

  /** Instead of an answer: nothing, for as long as the other side waits. */
  static final String SILENCE = "silence";

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final List<String> commands = new CopyOnWriteArrayList<>();

  /**
   * Starts.
   *
   * @param answers what is answered to a command (HELLO for the greeting, END for the end of the
   *     mail), where it is not the usual
   */
  ScriptedServer(Map<String, String> answers) {
    this.answers = answers;
    try {
      socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  MailServer address(String user) {
    return new MailServer("127.0.0.1", socket.getLocalPort(), Security.NONE, user, "rahasia-smtp");
  }

  List<String> commands() {
    return commands;
  }

  private void serve() {
    try {
      while (!socket.isClosed()) {
        try (Socket one = socket.accept()) {
          talk(one);
        }
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void talk(Socket one) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = one.getOutputStream();
    if (!answer(out, in, "HELLO", "220 fake ESMTP")) {
      return;
    }
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data && !line.equals(".")) {
        continue;
      }
      String command = data ? "END" : line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
      commands.add(command);
      data = false;
      String usual =
          switch (command) {
            case "EHLO" -> "250-fake\r\n250 AUTH PLAIN LOGIN";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
          };
      if (!answer(out, in, command, usual)) {
        return;
      }
      data = command.equals("DATA") && answers.getOrDefault("DATA", usual).startsWith("354");
    }
  }

  private boolean answer(OutputStream out, BufferedReader in, String command, String usual)
      throws IOException {
    String answer = answers.getOrDefault(command, usual);
    if (answer.equals(CUT)) {
      return false;
    } else if (answer.equals(SILENCE)) {
      while (in.read() >= 0) {
        // Until the other side has had enough.
      }
      return false;
    }
    out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return true;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
