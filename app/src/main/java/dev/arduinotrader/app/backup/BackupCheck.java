package dev.arduinotrader.app.backup;

import dev.arduinotrader.app.backup.BackupManifest.CheckedBooks;
import dev.arduinotrader.app.backup.BackupManifest.StoreFile;
import dev.arduinotrader.app.session.Services;
import dev.arduinotrader.app.system.SystemSettings;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.ServicesConfig;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BooksVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Proves a backup: its files are as written, they open, and the books in them hold. */
final class BackupCheck {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** Where state has moved, books may be without their orders; then there is nothing to compare. */
  private static final String ORDERS = "trading.db";

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private BackupCheck() {}

  /** Compares every file with the manifest; BACKUP_DAMAGED names all that differ. */
  static Result<BackupManifest> files(Path backup, BackupManifest manifest) {
    List<Fault> faults = new ArrayList<>();
    for (StoreFile store : manifest.stores()) {
      Path file = backup.resolve(store.file());
      if (!Files.isRegularFile(file)) {
        faults.add(new Fault(store.file(), "expected the file, found none"));
      } else if (!BackupFiles.sha256(file).equals(store.sha256())) {
        faults.add(new Fault(store.file(), "expected SHA-256 " + store.sha256() + ", found other"));
      }
    }
    return faults.isEmpty() ? Result.success(manifest) : damaged(backup, faults);
  }

  /**
   * Opens copies of the files with this program, which migrates them if they are older, and
   * verifies the books of every account.
   *
   * @param scratch an existing, empty directory; the opened copies stay in it
   */
  static Result<List<CheckedBooks>> books(Path backup, List<String> files, Path scratch) {
    try {
      for (String file : files) {
        Files.copy(backup.resolve(file), scratch.resolve(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + backup + " to " + scratch, e);
    }
    DeviceConfig device = DeviceConfig.defaults();
    return Placement.of(device, ServicesConfig.localOn(device.id()), null)
        .then(placement -> TraderSystem.start(settings(placement, scratch)))
        .then(running -> verify(backup, files.contains(ORDERS), running));
  }

  private static SystemSettings settings(Placement placement, Path scratch) {
    return new SystemSettings(
        placement, scratch, null, AccountId.of("paper-1"), false, false, false);
  }

  private static Result<List<CheckedBooks>> verify(
      Path backup, boolean withOrders, Running<TraderSystem> running) {
    try {
      TraderSystem system = running.value();
      List<CheckedBooks> checked = new ArrayList<>();
      List<Fault> faults = new ArrayList<>();
      CallContext context = system.context(TIMEOUT);
      List<Account> accounts =
          system.services().portfolio().listAccounts(context).orElseThrow().accounts();
      for (Account account : accounts) {
        CallContext call = context.withAccount(account.accountId());
        switch (verify(system.services(), withOrders, call, faults)) {
          case Result.Success<CheckedBooks>(CheckedBooks books) -> checked.add(books);
          case Result.Failure<CheckedBooks>(Problem problem) ->
              faults.add(new Fault(account.accountId().value(), problem.message()));
        }
      }
      return faults.isEmpty() ? Result.success(checked) : damaged(backup, faults);
    } finally {
      running.lifecycle().stop(STOP_TIMEOUT);
    }
  }

  private static Result<CheckedBooks> verify(
      Services services, boolean withOrders, CallContext call, List<Fault> faults) {
    return services
        .portfolio()
        .verifyBooks(call)
        .then(
            books -> {
              books.faults().forEach(fault -> faults.add(new Fault(name(call), fault)));
              return withOrders
                  ? sequence(services, call).map(sequence -> checked(call, books, sequence))
                  : Result.success(checked(call, books, 0));
            });
  }

  private static CheckedBooks checked(CallContext call, BooksVerification books, long sequence) {
    return new CheckedBooks(call.account(), books.transactions(), books.postings(), sequence);
  }

  /** Where trading's outbox ends. */
  private static Result<Long> sequence(Services services, CallContext call) {
    return services
        .trading()
        .getOpenExposure(call)
        .then(exposure -> notBehind(services, call, exposure.executionSequence()));
  }

  private static Result<Long> notBehind(Services services, CallContext call, long last) {
    // Books may lag behind the orders, which deliver the rest; they can never be ahead of them.
    return services
        .trading()
        .getMode(call)
        .then(
            mode -> services.portfolio().bookExecutions(call, new Booking(mode.epoch(), List.of())))
        .then(
            receipt ->
                receipt.bookedSequence() <= last
                    ? Result.success(last)
                    : BackupReason.BACKUP_DAMAGED.failure(
                        "expected books up to entry %d of the orders' outbox, found them at %d"
                            .formatted(last, receipt.bookedSequence())));
  }

  private static String name(CallContext call) {
    return call.account().value();
  }

  private static <T> Result<T> damaged(Path backup, List<Fault> faults) {
    return BackupReason.BACKUP_DAMAGED.failure(
        "the backup %s is not what it was made as: %s\nMaybe use an older one: trader backup list"
            .formatted(backup, String.join("; ", faults.stream().map(Fault::toString).toList())));
  }
}
