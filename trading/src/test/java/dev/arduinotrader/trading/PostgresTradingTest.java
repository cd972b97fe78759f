package dev.arduinotrader.trading;

import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.testkit.PostgresDatabaseFixture;
import dev.arduinotrader.testkit.PostgresServer;
import java.nio.file.Path;

class PostgresTradingTest extends GuardedTradingTest {
  private static final PostgresDatabaseFixture SERVER = PostgresServer.freshDatabase();

  @Override
  Databases databases(Path directory) {
    return SERVER.emptied().databases();
  }
}
