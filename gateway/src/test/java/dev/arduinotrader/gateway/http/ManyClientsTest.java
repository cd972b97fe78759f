package dev.arduinotrader.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of displays that ask, and of clients that come and go in the middle of a sentence. */
class ManyClientsTest {
  private static final int WARM_UP = 200;
  private static final int CLIENTS = 3_000;

  /** What the machine does besides, such as a collector's own thread. */
  private static final int SLACK = 8;

  @TempDir private Path folder = Path.of("");

  private record Held(long files, int threads) {
    static Held now() {
      try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
        return new Held(open.count(), ManagementFactory.getThreadMXBean().getThreadCount());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean isNoMoreThan(Held before) {
      return files <= before.files + SLACK && threads <= before.threads + SLACK;
    }
  }

  @Test
  void leaveNoThreadAndNoFileBehind() throws IOException {
    try (OpenDoor door = new OpenDoor(folder)) {
      come(door, WARM_UP);
      Held before = Held.now();
      come(door, CLIENTS);
      Held after = Held.now();
      for (int looks = 0; looks < 500 && !after.isNoMoreThan(before); looks++) {
        LockSupport.parkNanos(10_000_000);
        after = Held.now();
      }
      assertThat(after.isNoMoreThan(before)).as("%s, before %s", after, before).isTrue();
      assertThat(door.get("/api/status").statusCode()).isEqualTo(200);
    }
  }

  /** In turn: a whole question, one that is cut off, one whose answer nobody waits for. */
  private static void come(OpenDoor door, int clients) throws IOException {
    for (int client = 0; client < clients; client++) {
      if (client % 3 == 0) {
        assertThat(door.raw("GET /api/status HTTP/1.1", "Host: localhost:" + door.host.port()))
            .startsWith("HTTP/1.1 200");
      } else {
        leaveEarly(door.host.port(), client % 3 == 1);
      }
    }
  }

  private static void leaveEarly(int port, boolean inTheMiddle) throws IOException {
    String question = "GET /api/status HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String said = inTheMiddle ? question.substring(0, question.length() / 2) : question;
      out.write(said.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }
}
