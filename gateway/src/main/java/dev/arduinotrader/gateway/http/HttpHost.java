package dev.arduinotrader.gateway.http;

import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.gateway.HaltSwitch;
import dev.arduinotrader.gateway.HttpSettings;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.TradingService;
import io.avaje.jex.Jex;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server of the gateway: JSON under /api, the page on /. */
public final class HttpHost implements AutoCloseable {
  private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(10);

  private final BoundServer server;
  private final RequestGuard guard;
  private final ExecutorService threads;

  private HttpHost(BoundServer server, RequestGuard guard, ExecutorService threads) {
    this.server = server;
    this.guard = guard;
    this.threads = threads;
  }

  /**
   * Opens the door. Fails with PORT_TAKEN, ADDRESS_UNUSABLE or TOKEN_FILE_UNUSABLE, and then leaves
   * nothing open.
   */
  public static Result<HttpHost> start(
      HttpSettings settings,
      GatewayService gateway,
      TradingService trading,
      HaltSwitch halt,
      TraderClock clock,
      Ids ids) {
    return TokenFile.ensure(settings.tokenFile(), ids)
        .then(
            token ->
                bind(settings)
                    .map(
                        server -> {
                          CallContexts calls = new CallContexts(settings, clock);
                          CommandGuard commands = new CommandGuard(token);
                          return serve(
                              server,
                              new RequestGuard(names(settings, server), ids),
                              new ReadRoutes(gateway, trading, calls),
                              new CommandRoutes(gateway, halt, commands, calls, ids));
                        }));
  }

  private static Result<BoundServer> bind(HttpSettings settings) {
    ServerLimits.apply();
    String place = settings.bindAddress() + ":" + settings.port();
    try {
      return Result.success(
          BoundServer.bind(settings.bindAddress(), settings.port(), settings.tls()));
    } catch (BindException e) {
      return isTaken(e)
          ? HttpReason.PORT_TAKEN.failure(
              "the web page cannot listen on "
                  + place
                  + ": another program has the port\nMaybe find it with: ss -tlnp 'sport = :"
                  + settings.port()
                  + "'")
          : unusable(place, e);
    } catch (IOException | IllegalArgumentException e) {
      return unusable(place, e);
    }
  }

  private static boolean isTaken(BindException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("already in use");
  }

  private static Result<BoundServer> unusable(String place, Exception e) {
    return HttpReason.ADDRESS_UNUSABLE.failure(
        "the web page cannot listen on "
            + place
            + ": "
            + e.getMessage()
            + "\nMaybe the address is not one of this device; list them with: ip addr");
  }

  private static HostNames names(HttpSettings settings, BoundServer server) {
    return new HostNames(
        settings.bindAddress(), server.getAddress().getPort(), settings.allowedHosts());
  }

  private static HttpHost serve(
      BoundServer server, RequestGuard guard, ReadRoutes reads, CommandRoutes commands) {
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
    Jex jex = Jex.create();
    jex.config()
        .executor(threads)
        .serverProvider(server.provider())
        .health(false)
        .compression(compression -> compression.disableCompression());
    // The first hook is the only one: ours does nothing, because we are stopped in order.
    jex.lifecycle().registerShutdownHook(() -> {});
    jex.filter(guard)
        .error(Refusal.class, Replies::refuse)
        .error(Exception.class, Replies::sendFault)
        .routing(reads)
        .routing(commands)
        .start();
    return new HttpHost(server, guard, threads);
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** What to open in a browser on this device. */
  public String url() {
    String address = server.getAddress().getHostString();
    boolean any = server.getAddress().getAddress().isAnyLocalAddress();
    String host = address.contains(":") ? "[" + address + "]" : address;
    return (server.isSecure() ? "https://" : "http://")
        + (any ? "localhost" : host)
        + ":"
        + port()
        + "/";
  }

  /** Lets running requests end, for some seconds at most, and lets no other in. */
  @Override
  public void close() {
    guard.drain(DRAIN_TIMEOUT);
    server.stop(0);
    threads.shutdownNow();
  }
}
