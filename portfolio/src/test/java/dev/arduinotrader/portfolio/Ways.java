package dev.arduinotrader.portfolio;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.guard.GuardSettings;
import dev.arduinotrader.platform.guard.LocalGuard;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.LoopbackServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The ways in which a portfolio is called: behind the guard, and over gRPC on the loopback. */
final class Ways implements AutoCloseable {
  private static final int CALLS_MAX = 64;

  private final List<LoopbackServer> servers = new ArrayList<>();

  static PortfolioService guarded(PortfolioService local) {
    return LocalGuard.wrap(
        PortfolioService.class,
        local,
        new GuardSettings("portfolio", new ConcurrencyLimit(CALLS_MAX), Duration.ofSeconds(30)));
  }

  PortfolioService remote(PortfolioService local) {
    LoopbackServer server =
        new LoopbackServer(PortfolioModule.server(local), PortfolioFixture.CLOCK, new CountedIds());
    servers.add(server);
    return PortfolioModule.client(server.calls());
  }

  @Override
  public void close() {
    servers.forEach(LoopbackServer::close);
  }
}
