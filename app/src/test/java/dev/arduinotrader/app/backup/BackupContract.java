package dev.arduinotrader.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.app.system.HaltFile;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.gateway.CycleReport;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.trading.TradingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for backups wherever the stores are. */
abstract class BackupContract {
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  Path folder = Path.of("");
  private Installation installation = Installation.inFiles(folder);

  /** An installation without any state. */
  abstract Installation empty(Path data);

  /** One whose stores are of the other kind. */
  abstract Installation emptyElsewhere(Path data);

  @BeforeEach
  void makeState(@TempDir Path temporary) {
    folder = temporary;
    installation = empty(temporary.resolve("data"));
    installation.deposit("30000");
    installation.cycle();
  }

  private Backups backups(Installation owner) {
    return new Backups(owner.place(), folder.resolve("backups"), SystemClock.system());
  }

  private BackupManifest create() {
    return backups(installation).create((step, percent) -> {}).orElseThrow();
  }

  private Result<RestoreReport> restore(Installation into, String id, boolean replace) {
    return backups(into).restore(id, replace, (step, percent) -> {});
  }

  @Test
  void bringsEverythingBackAndStartsHaltedUntilTheBrokerAgrees() {
    Installation.State before = installation.state();
    long epochBefore = installation.mode().epoch();
    String id = create().id();
    installation.deposit("500");
    Installation.State later = installation.state();
    assertThat(later).isNotEqualTo(before);

    assertThat(restore(installation, id, false).problemOrThrow().code())
        .isEqualTo("DATA_NOT_EMPTY");
    assertThat(installation.state()).isEqualTo(later);

    RestoreReport report = restore(installation, id, true).orElseThrow();
    assertThat(report.halted()).containsExactly(Installation.ACCOUNT);
    assertThat(report.keptAside()).isNotNull();
    assertThat(installation.state()).isEqualTo(before);
    TradingMode mode = installation.mode();
    assertThat(mode.halted()).isTrue();
    assertThat(mode.haltReason()).startsWith("RESTORED from backup " + id);
    assertThat(mode.epoch()).isEqualTo(epochBefore + 1);
    assertThat(HaltFile.NAME)
        .satisfies(name -> assertThat(installation.data().resolve(name)).exists());
    assertThat(installation.cycle().trades()).allMatch(trade -> !trade.denialCode().isEmpty());

    HaltFile.remove(installation.data());
    assertThat(installation.mode().halted()).isTrue();
    assertThat(installation.resume().orElseThrow().halted()).isFalse();
    CycleReport report2 = installation.cycle();
    assertThat(report2.outcome()).isNotEqualTo(CycleReport.Outcome.FAILED);
  }

  @Test
  void bringsAnInstallationIntoADatabaseOfTheOtherKind() {
    Installation.State before = installation.state();
    String id = create().id();
    Installation other = emptyElsewhere(folder.resolve("elsewhere"));

    RestoreReport report = restore(other, id, false).orElseThrow();

    assertThat(report.keptAside()).isNull();
    assertThat(other.state()).isEqualTo(before);
    assertThat(other.mode().halted()).isTrue();
    HaltFile.remove(other.data());
    other.resume().orElseThrow();
    other.deposit("500");
    assertThat(other.cycle().outcome()).isNotEqualTo(CycleReport.Outcome.FAILED);
    assertThat(other.state().ledger()).hasSizeGreaterThan(before.ledger().size());
  }

  @Test
  void refusesADamagedBackupAndChangesNothing() throws IOException {
    String id = create().id();
    assertThat(backups(installation).verify(id).orElseThrow().id()).isEqualTo(id);
    Path file = folder.resolve("backups").resolve(id).resolve("portfolio.db");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThat(backups(installation).verify(id).problemOrThrow().message())
        .contains("portfolio.db: expected SHA-256");
    assertThat(restore(installation, id, true).problemOrThrow().code()).isEqualTo("BACKUP_DAMAGED");
    assertThat(installation.mode().halted()).isFalse();
  }

  @Test
  void copiesARunningSystemButNeverRestoresOntoIt() {
    Running<TraderSystem> running = installation.start().orElseThrow();
    try {
      String id = create().id();
      assertThat(restore(installation, id, true).problemOrThrow().code()).isEqualTo("DATA_IN_USE");
    } finally {
      running.lifecycle().stop(STOP_TIMEOUT);
    }
    assertThat(installation.mode().halted()).isFalse();
    assertThat(backups(installation).list()).hasSize(1);
  }

  /** Each create verifies that the books balance and are not ahead of the orders. */
  @Test
  void seesBooksAndOrdersAtOneInstantHoweverMuchIsWrittenMeanwhile() {
    Running<TraderSystem> running = installation.start().orElseThrow();
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger deposits = new AtomicInteger();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              while (!enough.get()) {
                Installation.deposit(running.value(), "1");
                deposits.incrementAndGet();
              }
            });
    try {
      List<BackupManifest> made = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        made.add(create());
        int before = deposits.get();
        while (deposits.get() == before && !writer.isDone()) {
          Thread.onSpinWait();
        }
      }
      assertThat(made)
          .extracting(backup -> backup.books().getFirst().transactions())
          .isSorted()
          .doesNotHaveDuplicates();
    } finally {
      enough.set(true);
      writer.join();
      running.lifecycle().stop(STOP_TIMEOUT);
    }
  }

  @Test
  void makesNoBackupOfNothing() {
    Installation nothing = empty(folder.resolve("nothing"));
    assertThat(backups(nothing).create((step, percent) -> {}).problemOrThrow().code())
        .isEqualTo("NOTHING_TO_BACK_UP");
    assertThat(backups(nothing).list()).isEmpty();
    assertThat(restore(nothing, "unknown", false).problemOrThrow().code())
        .isEqualTo("BACKUP_NOT_FOUND");
  }
}
