package dev.arduinotrader.portfolio;

class LocalPerformanceTest extends PerformanceContract {
  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }
}
