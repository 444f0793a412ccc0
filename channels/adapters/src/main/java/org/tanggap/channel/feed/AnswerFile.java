package org.tanggap.channel.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tanggap.channel.ChannelException;
import org.tanggap.channel.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as lines of JSON at the end of a file, forced to the disk one by one. */
final class AnswerFile {

  private final Path file;

  AnswerFile(Path file) {
    this.file = file;
  }

  void append(Reply reply) {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("id", reply.id().toString());
    line.put("in_reply_to", reply.to().message().externalId());
    line.put("text", reply.text());
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      String begin = endsInMidLine() ? "\n" : "";
      ByteBuffer bytes = ByteBuffer.wrap((begin + line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    } catch (IOException e) {
      throw new ChannelException(
          ChannelException.Kind.TEMPORARY, file + ": the answer cannot be written", null, e);
    }
  }

  /** Whether a crash left half a line, which must not swallow the next one. */
  private boolean endsInMidLine() throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return in.size() > 0 && in.read(last, in.size() - 1) == 1 && last.get(0) != '\n';
    }
  }
}
