package dev.arduinotrader.portfolio;

class LocalBookingTest extends BookingContract {
  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }
}
