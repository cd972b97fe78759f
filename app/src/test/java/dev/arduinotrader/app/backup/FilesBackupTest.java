package dev.arduinotrader.app.backup;

import dev.arduinotrader.testkit.PostgresDatabaseFixture;
import dev.arduinotrader.testkit.PostgresServer;
import java.nio.file.Path;

class FilesBackupTest extends BackupContract {
  private static final PostgresDatabaseFixture SERVER = PostgresServer.freshDatabase();

  @Override
  Installation empty(Path data) {
    return Installation.inFiles(data);
  }

  @Override
  Installation emptyElsewhere(Path data) {
    return new Installation(data, SERVER.emptied());
  }
}
