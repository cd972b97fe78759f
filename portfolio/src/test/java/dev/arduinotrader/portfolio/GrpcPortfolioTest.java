package dev.arduinotrader.portfolio;

import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.LoopbackServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class GrpcPortfolioTest extends PortfolioContract {
  private final List<LoopbackServer> servers = new ArrayList<>();

  @Override
  PortfolioService reach(PortfolioService local) {
    LoopbackServer server =
        new LoopbackServer(PortfolioModule.server(local), CLOCK, new CountedIds());
    servers.add(server);
    return PortfolioModule.client(server.calls());
  }

  @AfterEach
  void stop() {
    servers.forEach(LoopbackServer::close);
  }
}
