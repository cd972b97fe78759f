package dev.arduinotrader.universe.store;

import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.testkit.PostgresDatabaseFixture;
import dev.arduinotrader.testkit.PostgresServer;
import java.nio.file.Path;

class PostgresFactsStoreTest extends FactsStoreContract {
  private static final PostgresDatabaseFixture SERVER = PostgresServer.freshDatabase();

  @Override
  Databases databases(Path directory) {
    return SERVER.emptied().databases();
  }
}
