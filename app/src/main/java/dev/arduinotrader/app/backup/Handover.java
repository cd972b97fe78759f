package dev.arduinotrader.app.backup;

import dev.arduinotrader.app.backup.BackupManifest.StoreFile;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.lock.LockInfo;
import dev.arduinotrader.platform.lock.LockReason;
import dev.arduinotrader.platform.lock.MovedAway;
import dev.arduinotrader.platform.lock.ServiceLock;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.StoreCopies;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.TradingModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One device's part in a move of a service's state: to give it away, or to take it. Each step holds
 * the service's lock, so that no process has the state open meanwhile, and who has given it away
 * keeps a mark, so that no process opens it there later.
 */
public final class Handover {
  private static final String ORIGINAL = "original";

  /** Written beside the old copy when the new home has taken over. */
  private static final String FOR_GOOD = "for-good";

  private final Path data;
  private final ServiceName service;
  private final String stamp;
  private final TraderClock clock;

  private Handover(Path data, ServiceName service, String stamp, TraderClock clock) {
    this.data = data;
    this.service = service;
    this.stamp = stamp;
    this.clock = clock;
  }

  /**
   * The part of the device whose data directory the options name.
   *
   * @param service portfolio, trading or universe; INVALID_INPUT for others and without files
   * @param stamp the name of the move
   */
  public static Result<Handover> of(
      SessionOptions options, ServiceName service, String stamp, TraderClock clock) {
    if (HandoverStores.of(service).isEmpty()) {
      return Result.failure(
          Problem.invalid(
              "SERVICE", "expected portfolio, trading or universe, found " + service.key()));
    }
    return BackupPlace.of(options)
        .then(
            place ->
                place.server() == null
                    ? Result.success(new Handover(place.dataDirectory(), service, stamp, clock))
                    : Result.failure(
                        Problem.invalid(
                            "SERVICE",
                            "expected stores in files, found them in "
                                + place.server()
                                + "\nMaybe start a standby on the new device instead:"
                                + " docs/operations.md, PostgreSQL.")));
  }

  /** The folder, below the data directories of both devices, in which the copy travels. */
  public static String folderName(ServiceName service, String stamp) {
    return "moved-" + stamp + "-" + service.key();
  }

  /**
   * Copies the state, proves the copy and sets the mark, after which no process opens it here.
   *
   * @param to the new home, for people
   * @return what the copy is; DATA_IN_USE while a process has the state
   */
  public Result<BackupManifest> leave(String to) {
    return locked(
        () -> {
          List<String> missing =
              stores().stream().filter(name -> !Files.exists(data.resolve(name + ".db"))).toList();
          return missing.isEmpty()
              ? proved().map(manifest -> given(manifest, to))
              : BackupReason.NOTHING_TO_BACK_UP.failure(
                  "expected the stores %s in %s, found none of %s"
                      .formatted(stores(), data, missing));
        });
  }

  private Result<BackupManifest> proved() {
    boolean kept = false;
    try {
      HandoverStores.make(folder());
      Result<BackupManifest> made =
          HandoverStores.copy(data, stores(), folder(), folderName(service, stamp), clock.now());
      kept = made.isSuccess();
      return made;
    } finally {
      if (!kept) {
        BackupFiles.delete(folder());
      }
    }
  }

  /** The mark first: should the rest be cut off, nothing opens the state here. */
  private BackupManifest given(BackupManifest manifest, String to) {
    MovedAway.set(
        data, service.key(), "to %s at %s, kept in %s".formatted(to, clock.now(), folder()));
    HandoverStores.make(folder().resolve(ORIGINAL));
    HandoverStores.move(stores(), data, folder().resolve(ORIGINAL));
    return manifest;
  }

  /** The file that says of an old copy, below its folder, that it is never used again. */
  public static String forGood(ServiceName service, String stamp) {
    return folderName(service, stamp) + "/" + FOR_GOOD;
  }

  /** Takes {@link #leave} back; only for a state that nobody else has. */
  public Result<Done> stay() {
    return locked(
        () -> {
          if (Files.exists(folder().resolve(FOR_GOOD))) {
            return LockReason.DATA_MOVED.failure(
                "expected a move that was cut off, found one that was completed: "
                    + folder()
                    + " is an old copy\nMaybe move the state back: trader migrate "
                    + service.key());
          }
          Path original = folder().resolve(ORIGINAL);
          if (Files.isDirectory(original)) {
            HandoverStores.move(stores(), original, data);
            MovedAway.clear(data, service.key());
          }
          return Result.success(Done.DONE);
        });
  }

  /**
   * Puts the copy that was brought into the folder in its place, proved again. Orders arrive halted
   * until they are compared, by a higher epoch.
   *
   * @return what has arrived; BACKUP_DAMAGED, or DATA_NOT_EMPTY when there is state already
   */
  public Result<BackupManifest> arrive() {
    return locked(
        () -> {
          List<String> present = StoreCopies.in(data).stream().filter(stores()::contains).toList();
          return present.isEmpty()
              ? BackupFiles.read(folder()).then(this::provedAgain).then(this::taken)
              : BackupReason.DATA_NOT_EMPTY.failure(
                  "expected no state of %s, found %s in %s\nMaybe move it to another folder, if it is nothing of worth."
                      .formatted(service.key(), present, data));
        });
  }

  private Result<BackupManifest> provedAgain(BackupManifest manifest) {
    return BackupCheck.files(folder(), manifest)
        .then(same -> HandoverStores.prove(folder(), manifest.stores()))
        .then(
            books ->
                books.equals(manifest.books())
                    ? Result.success(manifest)
                    : BackupReason.BACKUP_DAMAGED.failure(
                        "expected the books %s, found %s".formatted(manifest.books(), books)));
  }

  private Result<BackupManifest> taken(BackupManifest manifest) {
    String whence = manifest.id() + " from " + manifest.source();
    MovedAway.set(data, service.key(), "here and has not wholly arrived: " + whence);
    for (StoreFile store : manifest.stores()) {
      install(store.file());
    }
    return BackupRestore.keepClock(data, manifest)
        .map(
            done -> {
              if (service == ServiceName.TRADING) {
                TradingModule.latchRestored(Databases.in(data), whence, clock.now());
              }
              MovedAway.clear(data, service.key());
              return manifest;
            });
  }

  private void install(String file) {
    try {
      Path arriving = data.resolve(file + ".arriving");
      Files.copy(folder().resolve(file), arriving, StandardCopyOption.REPLACE_EXISTING);
      Files.move(arriving, data.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot put " + file + " into " + data, e);
    }
  }

  /** Takes {@link #arrive} back: what has arrived is kept aside and opened by nobody. */
  public Result<Done> withdraw() {
    return locked(
        () -> {
          Path aside = data.resolve("withdrawn-" + stamp + "-" + service.key());
          if (hasArrived() && StoreCopies.in(data).stream().anyMatch(stores()::contains)) {
            MovedAway.set(data, service.key(), "back, and is kept in " + aside);
            HandoverStores.make(aside);
            HandoverStores.move(stores(), data, aside);
          }
          return Result.success(Done.DONE);
        });
  }

  /** Whether the folder was brought here, and did not begin here. */
  private boolean hasArrived() {
    return Files.isDirectory(folder()) && !Files.exists(folder().resolve(ORIGINAL));
  }

  private List<String> stores() {
    return HandoverStores.of(service);
  }

  private Path folder() {
    return data.resolve(folderName(service, stamp));
  }

  private <R> Result<R> locked(Supplier<Result<R>> work) {
    LockInfo info =
        new LockInfo(ProcessHandle.current().pid(), new TreeMap<>(), "move", clock.now());
    return ServiceLock.acquireToMove(data, service.key(), info)
        .then(
            lock -> {
              try (lock) {
                return work.get();
              }
            });
  }
}
