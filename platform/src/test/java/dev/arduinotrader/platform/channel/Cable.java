package dev.arduinotrader.platform.channel;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A cable between a client and a port on loopback. Connections that are there when it stalls stay
 * silent for ever, as after a long cut; those that are tried meanwhile come about when it heals.
 */
final class Cable implements AutoCloseable {
  private static final int BUFFER_BYTES = 8_192;

  /** Both ends of one connection, and whether bytes still pass. */
  private static final class Pair {
    private final Socket near;
    private final Socket far;
    private volatile boolean silent;

    Pair(Socket near, Socket far) {
      this.near = near;
      this.far = far;
    }

    void carry(Socket from, Socket to) {
      byte[] buffer = new byte[BUFFER_BYTES];
      try {
        for (int count = from.getInputStream().read(buffer);
            count >= 0;
            count = from.getInputStream().read(buffer)) {
          if (!silent) {
            to.getOutputStream().write(buffer, 0, count);
            to.getOutputStream().flush();
          }
        }
      } catch (IOException closed) {
        quietly(from);
      }
      quietly(to);
    }
  }

  private final ServerSocket listening;
  private final int target;
  private final List<Pair> pairs = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch healed = new CountDownLatch(0);

  Cable(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  void stall() {
    healed = new CountDownLatch(1);
    pairs.forEach(pair -> pair.silent = true);
  }

  /** Connections are made again; the old ones stay silent. */
  void heal() {
    healed.countDown();
  }

  /** Ends the connections of the moment; new ones are made as before. */
  void breakConnections() {
    for (Pair pair : pairs) {
      quietly(pair.near);
      quietly(pair.far);
    }
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        Socket near = listening.accept();
        healed.await();
        Pair pair = new Pair(near, new Socket(InetAddress.getLoopbackAddress(), target));
        pairs.add(pair);
        Thread.ofVirtual().start(() -> pair.carry(pair.near, pair.far));
        Thread.ofVirtual().start(() -> pair.carry(pair.far, pair.near));
      }
    } catch (IOException closed) {
      quietly(listening);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void quietly(Closeable closing) {
    try {
      closing.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    quietly(listening);
    breakConnections();
  }
}
