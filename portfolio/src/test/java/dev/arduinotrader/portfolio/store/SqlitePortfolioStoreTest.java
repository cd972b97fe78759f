package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.platform.sql.Databases;
import java.nio.file.Path;

class SqlitePortfolioStoreTest extends PortfolioStoreContract {
  @Override
  Databases databases(Path directory) {
    return Databases.in(directory);
  }
}
