package dev.arduinotrader.trading.store;

import dev.arduinotrader.platform.sql.Databases;
import java.nio.file.Path;

class SqliteTradingStoreTest extends TradingStoreContract {
  @Override
  Databases databases(Path directory) {
    return Databases.in(directory);
  }
}
