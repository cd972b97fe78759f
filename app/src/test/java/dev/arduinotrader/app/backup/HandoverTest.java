package dev.arduinotrader.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.trading.TradingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State leaves one data directory and arrives in another. */
final class HandoverTest {
  private static final String MOVE = "20260101T000000Z";
  private static final List<ServiceName> ALL =
      List.of(ServiceName.UNIVERSE, ServiceName.PORTFOLIO, ServiceName.TRADING);

  private final Path folder;
  private final Installation old;
  private final Installation fresh;

  HandoverTest(@TempDir Path folder) {
    this.folder = folder;
    this.old = Installation.inFiles(folder.resolve("old"));
    this.fresh = Installation.inFiles(folder.resolve("fresh"));
  }

  @BeforeEach
  void makeState() throws IOException {
    old.deposit("30000");
    old.cycle();
    Files.createDirectories(fresh.data());
  }

  private Handover part(Installation device, ServiceName service) {
    SessionOptions options =
        new SessionOptions(device.data(), null, null, null, Installation.ACCOUNT, Map.of());
    return Handover.of(options, service, MOVE, SystemClock.system()).orElseThrow();
  }

  private Path folderOf(Installation device, ServiceName service) {
    return device.data().resolve(Handover.folderName(service, MOVE));
  }

  private void bring(ServiceName service) throws IOException {
    Path to = Files.createDirectories(folderOf(fresh, service));
    try (Stream<Path> files = Files.list(folderOf(old, service))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void arrivesWholeHaltedAndByAHigherEpochAndIsNeverOpenedAtTheOldPlace() throws IOException {
    Installation.State before = old.state();
    long epochBefore = old.mode().epoch();
    for (ServiceName service : ALL) {
      part(old, service).leave("fresh").orElseThrow();
      assertThat(old.start().problemOrThrow().code()).isEqualTo("DATA_MOVED");
      bring(service);
      part(fresh, service).arrive().orElseThrow();
    }

    Installation.State after = fresh.state();
    assertThat(after.ledger()).isEqualTo(before.ledger());
    assertThat(after.trades()).isEqualTo(before.trades());
    TradingMode mode = fresh.mode();
    assertThat(mode.haltReason()).startsWith("RESTORED moved-" + MOVE + "-trading from ");
    assertThat(mode.epoch()).isEqualTo(epochBefore + 1);
    assertThat(fresh.resume().orElseThrow().halted()).isFalse();
    assertThat(old.start().problemOrThrow().message()).contains("it was moved to fresh at ");
  }

  @Test
  void goesOnAtTheOldPlaceAsIfNothingWasWhenItIsTakenBack() throws IOException {
    Installation.State before = old.state();
    long epochBefore = old.mode().epoch();
    part(old, ServiceName.TRADING).leave("fresh").orElseThrow();
    bring(ServiceName.TRADING);
    part(fresh, ServiceName.TRADING).arrive().orElseThrow();

    part(fresh, ServiceName.TRADING).withdraw().orElseThrow();
    part(old, ServiceName.TRADING).stay().orElseThrow();

    assertThat(old.state()).isEqualTo(before);
    assertThat(old.mode().epoch()).isEqualTo(epochBefore);
    assertThat(fresh.start().problemOrThrow().code()).isEqualTo("DATA_MOVED");
  }

  @Test
  void comesBackToADeviceThatItHasLeft() {
    Installation.State before = old.state();
    part(old, ServiceName.PORTFOLIO).leave("fresh").orElseThrow();
    part(old, ServiceName.PORTFOLIO).arrive().orElseThrow();

    assertThat(old.state()).isEqualTo(before);
  }

  @Test
  void refusesADamagedCopyAndAPlaceThatHasState() throws IOException {
    part(old, ServiceName.PORTFOLIO).leave("fresh").orElseThrow();
    bring(ServiceName.PORTFOLIO);
    Path copy = folderOf(fresh, ServiceName.PORTFOLIO).resolve("portfolio.db");
    byte[] bytes = Files.readAllBytes(copy);
    bytes[bytes.length / 2] ^= 1;
    Files.write(copy, bytes);

    Result<BackupManifest> arrived = part(fresh, ServiceName.PORTFOLIO).arrive();

    assertThat(arrived.problemOrThrow().code()).isEqualTo("BACKUP_DAMAGED");
    assertThat(fresh.data().resolve("portfolio.db")).doesNotExist();
    assertThat(part(old, ServiceName.TRADING).arrive().problemOrThrow().code())
        .isEqualTo("DATA_NOT_EMPTY");
  }

  @Test
  void leavesNothingThatAProcessHasOpenAndRevivesNoOldCopyOfACompletedMove() throws IOException {
    var running = old.start().orElseThrow();
    assertThat(part(old, ServiceName.TRADING).leave("fresh").problemOrThrow().code())
        .isEqualTo("DATA_IN_USE");
    running.lifecycle().stop(java.time.Duration.ofSeconds(20));

    part(old, ServiceName.TRADING).leave("fresh").orElseThrow();
    Files.createFile(old.data().resolve(Handover.forGood(ServiceName.TRADING, MOVE)));

    assertThat(part(old, ServiceName.TRADING).stay().problemOrThrow().code())
        .isEqualTo("DATA_MOVED");
    assertThat(folder.resolve("old/trading.db")).doesNotExist();
  }

  @Test
  void backsUpAndRestoresWhatIsLeftAndNothingThatHasMoved() throws IOException {
    Backups backups = new Backups(old.place(), folder.resolve("backups"), SystemClock.system());
    String whole = backups.create((step, percent) -> {}).orElseThrow().id();
    part(old, ServiceName.TRADING).leave("fresh").orElseThrow();

    String left = backups.create((step, percent) -> {}).orElseThrow().id();

    assertThat(backups.restore(left, true, (step, percent) -> {}).orElseThrow().halted()).isEmpty();
    assertThat(old.data().resolve("trading.db")).doesNotExist();
    assertThat(backups.restore(whole, true, (step, percent) -> {}).problemOrThrow().message())
        .contains("trading in it, which was moved to fresh");
    assertThat(old.data().resolve("trading.db")).doesNotExist();
  }
}
