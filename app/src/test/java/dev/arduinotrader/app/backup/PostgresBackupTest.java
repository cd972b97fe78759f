package dev.arduinotrader.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.testkit.PostgresDatabaseFixture;
import dev.arduinotrader.testkit.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PostgresBackupTest extends BackupContract {
  private static final PostgresDatabaseFixture SERVER = PostgresServer.freshDatabase();

  @Override
  Installation empty(Path data) {
    return new Installation(data, SERVER.emptied());
  }

  @Override
  Installation emptyElsewhere(Path data) {
    return Installation.inFiles(data);
  }

  @Test
  void neverStartsOnEmptyFilesWhenTheAddressIsForgotten() {
    Path data = folder.resolve("data");
    assertThat(Installation.inFiles(data).start().problemOrThrow().message())
        .contains("keeps its stores in localhost:")
        .contains("TRADER_DATABASE_URL");
  }

  @Test
  void refusesASecondDirectoryOnADatabaseThatIsInUse() {
    Running<TraderSystem> running =
        new Installation(folder.resolve("data"), SERVER).start().orElseThrow();
    try {
      assertThat(
              new Installation(folder.resolve("second"), SERVER).start().problemOrThrow().message())
          .contains("works on universe");
    } finally {
      running.lifecycle().stop(Duration.ofSeconds(20));
    }
  }
}
