package dev.arduinotrader.gateway;

import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.health.DeploymentEpochs;
import dev.arduinotrader.platform.health.ProcessSelf;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseService;
import java.util.List;

/** Neighbours that live in one process with this clock, and say so when asked for their health. */
final class SignedNeighbours {
  private SignedNeighbours() {}

  static GatewayNeighbours of(
      TraderClock clock,
      UniverseService universe,
      PortfolioService portfolio,
      PlanningService planning,
      TradingService trading) {
    ProcessSelf self =
        new ProcessSelf("neighbours", clock, new DeploymentEpochs(() -> 1), List::of);
    return new GatewayNeighbours(
        self.signing(UniverseService.class, universe),
        self.signing(PortfolioService.class, portfolio),
        self.signing(PlanningService.class, planning),
        self.signing(TradingService.class, trading));
  }
}
