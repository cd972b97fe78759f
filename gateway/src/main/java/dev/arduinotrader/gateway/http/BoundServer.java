package dev.arduinotrader.gateway.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;

/**
 * The JDK's server, bound before the routes are built: a taken port is then one clear answer, and
 * we can stop it ourselves. It knows its address by the configured text, because the routing
 * library asks for a host name at its start, and a device without DNS would wait for one.
 */
final class BoundServer extends HttpServer {
  private static final int BACKLOG = 64;

  private final HttpServer server;
  private final InetSocketAddress address;

  private BoundServer(HttpServer server, InetSocketAddress address) {
    this.server = server;
    this.address = address;
  }

  static BoundServer bind(String bindAddress, int port) throws IOException {
    byte[] bytes = InetAddress.getByName(bindAddress).getAddress();
    InetAddress named = InetAddress.getByAddress(bindAddress, bytes);
    HttpServer server = HttpServer.create(new InetSocketAddress(named, port), BACKLOG);
    return new BoundServer(server, new InetSocketAddress(named, server.getAddress().getPort()));
  }

  /** Gives this server to whoever asks for a new one. */
  HttpServerProvider provider() {
    return new HttpServerProvider() {
      @Override
      public HttpServer createHttpServer(InetSocketAddress ignored, int backlog) {
        return BoundServer.this;
      }

      @Override
      public HttpsServer createHttpsServer(InetSocketAddress ignored, int backlog)
          throws IOException {
        throw new IOException("expected plain HTTP, found a wish for HTTPS");
      }
    };
  }

  @Override
  public void bind(InetSocketAddress other, int backlog) throws IOException {
    server.bind(other, backlog);
  }

  @Override
  public void start() {
    server.start();
  }

  @Override
  public void setExecutor(Executor executor) {
    server.setExecutor(executor);
  }

  @Override
  public Executor getExecutor() {
    return server.getExecutor();
  }

  @Override
  public void stop(int secondsMax) {
    server.stop(secondsMax);
  }

  @Override
  public HttpContext createContext(String path, HttpHandler handler) {
    return server.createContext(path, handler);
  }

  @Override
  public HttpContext createContext(String path) {
    return server.createContext(path);
  }

  @Override
  public void removeContext(String path) {
    server.removeContext(path);
  }

  @Override
  public void removeContext(HttpContext context) {
    server.removeContext(context);
  }

  @Override
  public InetSocketAddress getAddress() {
    return address;
  }
}
