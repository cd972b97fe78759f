package dev.arduinotrader.gateway;

import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.testkit.PostgresDatabaseFixture;
import dev.arduinotrader.testkit.PostgresServer;
import java.nio.file.Path;

class PostgresGatewayTest extends GuardedGatewayTest {
  private static final PostgresDatabaseFixture SERVER = PostgresServer.freshDatabase();

  @Override
  Databases databases(Path directory) {
    return SERVER.emptied().databases();
  }
}
