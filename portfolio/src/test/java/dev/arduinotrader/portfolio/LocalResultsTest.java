package dev.arduinotrader.portfolio;

class LocalResultsTest extends ResultsContract {
  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }
}
