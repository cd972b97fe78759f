package dev.arduinotrader.portfolio;

class LocalPortfolioTest extends PortfolioContract {
  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }
}
