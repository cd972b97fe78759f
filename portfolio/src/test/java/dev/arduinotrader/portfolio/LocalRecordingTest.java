package dev.arduinotrader.portfolio;

class LocalRecordingTest extends RecordingContract {
  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }
}
