package dev.arduinotrader.portfolio;

class LocalExportTest extends ExportContract {
  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }
}
