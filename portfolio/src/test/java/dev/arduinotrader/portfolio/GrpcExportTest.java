package dev.arduinotrader.portfolio;

import org.junit.jupiter.api.AfterEach;

class GrpcExportTest extends ExportContract {
  private final Ways ways = new Ways();

  @Override
  PortfolioService reach(PortfolioService local) {
    return ways.remote(local);
  }

  @AfterEach
  void stop() {
    ways.close();
  }
}
