package dev.arduinotrader.gateway.http;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

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

  /**
   * @param tls the certificate to show; callers must then show one that it trusts. Null for none
   */
  static BoundServer bind(String bindAddress, int port, @Nullable SSLContext tls)
      throws IOException {
    byte[] bytes = InetAddress.getByName(bindAddress).getAddress();
    InetAddress named = InetAddress.getByAddress(bindAddress, bytes);
    InetSocketAddress wanted = new InetSocketAddress(named, port);
    HttpServer server = tls == null ? HttpServer.create(wanted, BACKLOG) : secure(wanted, tls);
    return new BoundServer(server, new InetSocketAddress(named, server.getAddress().getPort()));
  }

  private static HttpsServer secure(InetSocketAddress wanted, SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(wanted, BACKLOG);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters needed = getSSLContext().getDefaultSSLParameters();
            needed.setNeedClientAuth(true);
            parameters.setSSLParameters(needed);
          }
        });
    return server;
  }

  boolean isSecure() {
    return server instanceof HttpsServer;
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
