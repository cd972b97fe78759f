package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files dropped into the folder of a source, and taken without a command. */
class FolderWatchTest {
  private final MovedClock clock = MovedClock.at("2023-05-30T22:00:00Z");
  private final CallContext now = Contexts.at("2023-05-30T22:00:00Z");
  private Path folder;
  private UniverseModule module;

  @BeforeEach
  void open(@TempDir Path directory, @TempDir Path dropped) {
    MigratedFile.copyTo(directory);
    folder = dropped;
    module = UniverseModule.open(UniverseSettings.in(directory), clock).orElseThrow();
    Security apple = FakeUniverse.stock("US0378331005", "AAPL", "USD");
    module
        .local()
        .addSecurity(now, new AddSecurity(SmallMarket.command("add"), apple))
        .orElseThrow();
    String version = module.local().listSources(now).orElseThrow().version();
    module
        .local()
        .changeSources(
            now,
            new ChangeSources(
                SmallMarket.command("source"),
                version,
                List.of(SourceSetting.of("dropped", SourceKind.CSV_FOLDER, folder.toString()))))
        .orElseThrow();
    module.lookAtFolders();
  }

  @AfterEach
  void close() {
    module.close();
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("prices.csv"), text);
  }

  private void look() {
    clock.advance(Duration.ofSeconds(5));
    module.lookAtFolders();
  }

  private int closes() {
    Collected<SecurityHistory> histories = new Collected<>();
    module
        .local()
        .getPriceHistories(
            Contexts.at("2023-06-01T22:00:00Z"),
            new HistoryRequest(List.of(), 100, null),
            histories)
        .orElseThrow();
    return histories.parts().isEmpty() ? 0 : histories.parts().getFirst().closes().size();
  }

  @Test
  void takesANewFileOnceItIsSettledAndLaterItsNewRows() throws IOException {
    write("date,AAPL\n2023-05-25,100\n2023-05-26,101\n");
    look();
    assertThat(closes()).as("it may still be written").isZero();
    look();
    assertThat(closes()).isEqualTo(2);
    write("date,AAPL\n2023-05-25,100\n2023-05-26,101\n2023-05-30,102\n");
    look();
    look();
    assertThat(closes()).isEqualTo(3);
  }

  @Test
  void refusesAHalfWrittenFileWholeAndReadsItAgainWhenItIsMended() throws IOException {
    write("date,AAPL\n2023-05-25,100\n2023-05-26,10x");
    look();
    look();
    assertThat(closes()).isZero();
    write("date,AAPL\n2023-05-25,100\n2023-05-26,101\n");
    look();
    look();
    assertThat(closes()).isEqualTo(2);
  }
}
