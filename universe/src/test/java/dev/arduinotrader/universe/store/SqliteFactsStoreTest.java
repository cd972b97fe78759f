package dev.arduinotrader.universe.store;

import dev.arduinotrader.platform.sql.Databases;
import java.nio.file.Path;

class SqliteFactsStoreTest extends FactsStoreContract {
  @Override
  Databases databases(Path directory) {
    return Databases.in(directory);
  }
}
