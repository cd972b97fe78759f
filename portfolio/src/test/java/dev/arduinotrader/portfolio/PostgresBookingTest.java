package dev.arduinotrader.portfolio;

import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.testkit.PostgresDatabaseFixture;
import dev.arduinotrader.testkit.PostgresServer;
import java.nio.file.Path;

class PostgresBookingTest extends BookingContract {
  private static final PostgresDatabaseFixture SERVER = PostgresServer.freshDatabase();

  @Override
  Databases databases(Path directory) {
    return SERVER.emptied().databases();
  }

  @Override
  PortfolioService reach(PortfolioService local) {
    return Ways.guarded(local);
  }
}
