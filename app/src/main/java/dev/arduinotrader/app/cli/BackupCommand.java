package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.backup.BackupManifest;
import dev.arduinotrader.app.backup.BackupPlace;
import dev.arduinotrader.app.backup.Backups;
import dev.arduinotrader.app.backup.RestoreReport;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.SystemClock;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Backups of all state, and the way back. */
@Command(name = "backup", description = "Copy all state as of one instant, and put it back.")
final class BackupCommand {
  private static final double BYTES_PER_MEGABYTE = 1_000_000;

  private final Invocation invocation;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Where backups are kept. Default: backups in the data directory.")
  private @Nullable Path folder;

  BackupCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(
      name = "create",
      description = {
        "Copy every store as of one instant, also while the system runs, and verify the copy's"
            + " books.",
        "Example: trader backup create --folder /mnt/usb"
      })
  int create() {
    return answer(backups -> backups.create(this::progress), this::print);
  }

  @Command(name = "list", description = "The backups, the newest first.")
  int list() {
    return answer(backups -> Result.success(backups.list()), this::print);
  }

  @Command(name = "verify", description = "Prove a backup: its files, and the books in them.")
  int verify(@Parameters(paramLabel = "BACKUP", description = "Its id or folder.") String backup) {
    return answer(backups -> backups.verify(backup), this::print);
  }

  @Command(
      name = "restore",
      description = {
        "Put a backup in the place of all state. The system must not run.",
        "Afterwards every account is halted until it agrees with its broker: trader resume.",
        "Example: trader backup restore 20261122T213000Z --replace"
      })
  int restore(
      @Parameters(paramLabel = "BACKUP", description = "Its id or folder.") String backup,
      @Option(names = "--replace", description = "Take the place of state that is there; keep it.")
          boolean replace) {
    return answer(backups -> backups.restore(backup, replace, this::progress), this::printRestored);
  }

  private <R> int answer(Function<Backups, Result<R>> question, Consumer<R> table) {
    Result<R> answer =
        BackupPlace.of(invocation.sessionOptions()).map(this::backups).then(question);
    return switch (answer) {
      case Result.Failure<R>(Problem problem) -> invocation.console().fail(problem);
      case Result.Success<R>(R value) -> {
        invocation.print(value, table);
        yield ExitCode.OK;
      }
    };
  }

  private Backups backups(BackupPlace place) {
    Path chosen = folder == null ? place.backups() : folder.toAbsolutePath().normalize();
    return new Backups(place, chosen, SystemClock.system());
  }

  private void progress(String step, int percent) {
    invocation.console().progress(percent, step);
  }

  private void print(List<BackupManifest> backups) {
    Table table = new Table("BACKUP", "OF", "STORES", "MB", "TRANSACTIONS");
    for (BackupManifest backup : backups) {
      table.row(
          backup.id(),
          backup.source(),
          Integer.toString(backup.stores().size()),
          "%.1f".formatted(backup.bytes() / BYTES_PER_MEGABYTE),
          Long.toString(backup.books().stream().mapToLong(books -> books.transactions()).sum()));
    }
    invocation.console().print(backups.isEmpty() ? "No backups yet." : table.render());
  }

  private void print(BackupManifest backup) {
    Table table = new Table("STORE", "VERSION", "BYTES", "SHA-256");
    backup
        .stores()
        .forEach(
            store ->
                table.row(
                    store.name(),
                    Integer.toString(store.version()),
                    Long.toString(store.bytes()),
                    store.sha256().substring(0, 16)));
    invocation.console().print(table.render());
    backup
        .books()
        .forEach(
            books ->
                invocation
                    .console()
                    .print(
                        "The books of %s balance: %d transactions, %d postings."
                            .formatted(books.account(), books.transactions(), books.postings())));
    invocation.console().print("Backup " + backup.id() + " is whole.");
  }

  private void printRestored(RestoreReport report) {
    invocation
        .console()
        .print("Restored backup %s of %s.".formatted(report.backup(), report.asOf()));
    if (report.keptAside() != null) {
      invocation.console().print("What was there before is kept in " + report.keptAside() + ".");
    }
    invocation
        .console()
        .print(
            "Halted until they agree with their broker: %s. Start, compare, then: trader resume --reason TEXT"
                .formatted(
                    report.halted().isEmpty()
                        ? "no accounts"
                        : String.join(
                            ", ", report.halted().stream().map(id -> id.value()).toList())));
    invocation
        .console()
        .say(
            "If the old home may still run, raise deployment.epoch in services.yaml before"
                + " starting.");
  }
}
