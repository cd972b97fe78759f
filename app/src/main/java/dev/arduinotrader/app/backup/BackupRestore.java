package dev.arduinotrader.app.backup;

import dev.arduinotrader.app.backup.BackupManifest.StoreFile;
import dev.arduinotrader.app.system.HaltFile;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.lock.LockInfo;
import dev.arduinotrader.platform.lock.LockReason;
import dev.arduinotrader.platform.lock.MovedAway;
import dev.arduinotrader.platform.lock.ServiceLock;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.PostgresAccess;
import dev.arduinotrader.platform.sql.StoreCopies;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.TradingModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One restore: proved first, halted before anything is changed, old state kept aside. */
final class BackupRestore {
  private static final Duration ANY_BACKSTEP = Duration.ofDays(365_000);
  private static final int PROVED_PERCENT = 40;
  private static final int FILLED_PERCENT = 90;

  private final BackupPlace place;
  private final Path data;
  private final Path backup;
  private final boolean replace;
  private final TraderClock clock;
  private final ObjIntConsumer<String> progress;

  BackupRestore(
      BackupPlace place,
      Path backup,
      boolean replace,
      TraderClock clock,
      ObjIntConsumer<String> progress) {
    this.place = place;
    this.data = place.dataDirectory();
    this.backup = backup;
    this.replace = replace;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * @param saveServer makes a backup of a server's present state, which cannot be moved aside
   */
  Result<RestoreReport> run(Supplier<Result<BackupManifest>> saveServer) {
    List<ServiceLock> locks = new ArrayList<>();
    try {
      Files.createDirectories(data);
      return lockAll(locks)
          .then(done -> BackupFiles.read(backup))
          .then(this::unlessMoved)
          .then(manifest -> BackupCheck.files(backup, manifest))
          .then(
              manifest ->
                  place.claim().then(databases -> proveAndFill(manifest, databases, saveServer)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the restore of %s to %s is not complete; %s stays\nMaybe restore again with --replace."
              .formatted(backup, place.describe(), HaltFile.NAME),
          e);
    } finally {
      locks.forEach(ServiceLock::close);
    }
  }

  private Result<Boolean> lockAll(List<ServiceLock> locks) {
    LockInfo info =
        new LockInfo(ProcessHandle.current().pid(), new TreeMap<>(), "restore", clock.now());
    Result<Boolean> all = Result.success(true);
    for (ServiceName name : ServiceName.values()) {
      all =
          all.then(
              done ->
                  ServiceLock.acquireToMove(data, name.key(), info)
                      .map(
                          lock -> {
                            locks.add(lock);
                            return true;
                          }));
    }
    return all;
  }

  /** What has moved to another device is restored there, or not at all. */
  private Result<BackupManifest> unlessMoved(BackupManifest manifest) {
    for (ServiceName name : ServiceName.values()) {
      Optional<String> moved = MovedAway.reason(data, name.key());
      if (moved.isPresent() && manifest.stores().stream().anyMatch(isOf(name))) {
        return LockReason.DATA_MOVED.failure(
            "expected a backup of what lives here, found %s in it, which was moved %s\nMaybe restore it there; if that device is lost for good, remove %s first."
                .formatted(name.key(), moved.get(), data.resolve(name.key() + ".moved")));
      }
    }
    return Result.success(manifest);
  }

  private static Predicate<StoreFile> isOf(ServiceName service) {
    return store -> HandoverStores.of(service).contains(store.name());
  }

  private Result<RestoreReport> proveAndFill(
      BackupManifest manifest, Databases databases, Supplier<Result<BackupManifest>> saveServer) {
    Path scratch = Scratch.beside(data.resolve(HaltFile.NAME));
    try {
      progress.accept("verifying the books of the backup", 0);
      List<String> files = manifest.stores().stream().map(StoreFile::file).toList();
      return BackupCheck.books(backup, files, scratch)
          .then(
              books ->
                  place.server() == null
                      ? fillFiles(manifest)
                      : fillServer(scratch, manifest, saveServer))
          .then(aside -> latch(manifest, databases, aside.isEmpty() ? null : aside));
    } finally {
      BackupFiles.delete(scratch);
    }
  }

  /** Where the old files are now; empty when there were none. */
  private Result<String> fillFiles(BackupManifest manifest) {
    List<String> present = StoreCopies.in(data);
    if (!present.isEmpty() && !replace) {
      return notEmpty(data + " holds " + String.join(", ", present));
    }
    try {
      halt(manifest);
      Path aside = present.isEmpty() ? null : moveAside(present);
      for (StoreFile store : manifest.stores()) {
        progress.accept("restoring " + store.name(), PROVED_PERCENT);
        Path arriving = data.resolve(store.file() + ".restoring");
        Files.copy(backup.resolve(store.file()), arriving, StandardCopyOption.REPLACE_EXISTING);
        Files.move(arriving, data.resolve(store.file()), StandardCopyOption.ATOMIC_MOVE);
      }
      return Result.success(aside == null ? "" : aside.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot restore to " + data, e);
    }
  }

  private Path moveAside(List<String> stores) throws IOException {
    Path aside = Files.createTempDirectory(data, "replaced-" + backup.getFileName() + "-");
    for (String store : stores) {
      for (String suffix : List.of(".db", ".db-wal", ".db-shm")) {
        Path file = data.resolve(store + suffix);
        if (Files.exists(file)) {
          Files.move(file, aside.resolve(store + suffix));
        }
      }
    }
    return aside;
  }

  /** The id of the backup that was made of the old state; empty when there was none. */
  private Result<String> fillServer(
      Path scratch, BackupManifest manifest, Supplier<Result<BackupManifest>> saveServer) {
    PostgresAccess server = Objects.requireNonNull(place.server());
    boolean present = StoreCopies.exist(server);
    if (present && !replace) {
      return notEmpty(server + " holds stores");
    }
    Result<String> saved = present ? saveServer.get().map(BackupManifest::id) : Result.success("");
    return saved.map(
        aside -> {
          halt(manifest);
          for (StoreFile store : manifest.stores()) {
            progress.accept("restoring " + store.name(), PROVED_PERCENT);
            // The copy that was opened: this program has migrated it.
            StoreCopies.intoServer(StoreCopies.of(scratch.resolve(store.file())), server);
          }
          return aside;
        });
  }

  private static <T> Result<T> notEmpty(String found) {
    return BackupReason.DATA_NOT_EMPTY.failure(
        "expected no state to overwrite, found that "
            + found
            + "\nMaybe restore with --replace, which keeps it aside, or into another --data DIR.");
  }

  private void halt(BackupManifest manifest) {
    HaltFile.write(data, reason(manifest));
  }

  private static String reason(BackupManifest manifest) {
    return "from backup " + manifest.id() + " of " + manifest.createdAt();
  }

  private Result<RestoreReport> latch(
      BackupManifest manifest, Databases databases, @Nullable String aside) {
    progress.accept("halting", FILLED_PERCENT);
    return keepClock(data, manifest)
        .map(
            done -> {
              List<AccountId> halted =
                  manifest.stores().stream().anyMatch(isOf(ServiceName.TRADING))
                      ? TradingModule.latchRestored(databases, reason(manifest), clock.now())
                      : List.of();
              progress.accept("done", 100);
              return new RestoreReport(manifest.id(), manifest.createdAt(), aside, halted);
            });
  }

  /** A new directory must not go back behind what the restored data has seen. */
  static Result<Boolean> keepClock(Path data, BackupManifest manifest) {
    Instant seen = manifest.clock();
    return HighWater.stored(data)
        .then(
            stored ->
                seen == null || stored.filter(known -> !known.isBefore(seen)).isPresent()
                    ? Result.success(true)
                    : HighWater.open(data, SystemClock.startingAt(seen), ANY_BACKSTEP)
                        .then(HighWater::raise)
                        .map(done -> true));
  }
}
