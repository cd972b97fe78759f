package dev.arduinotrader.app.backup;

import dev.arduinotrader.app.backup.BackupManifest.StoreFile;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.TraderClock;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The backups of one installation. */
public final class Backups {
  private final BackupPlace place;
  private final Path folder;
  private final TraderClock clock;

  public Backups(BackupPlace place, Path folder, TraderClock clock) {
    this.place = place;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Makes a backup as of one instant, also of a running system, and keeps it only if its books
   * verify.
   *
   * @param progress hears the step and the percent done
   */
  public Result<BackupManifest> create(ObjIntConsumer<String> progress) {
    return new BackupMaker(place, folder, (percent, step) -> progress.accept(step, percent))
        .make(clock.now());
  }

  /** All of them, the newest first. */
  public List<BackupManifest> list() {
    return BackupFiles.list(folder);
  }

  /** Proves a backup named by id or path: its files, and the books in them. */
  public Result<BackupManifest> verify(String name) {
    return BackupFiles.find(folder, name).then(this::verify);
  }

  private Result<BackupManifest> verify(Path backup) {
    return BackupFiles.read(backup)
        .then(manifest -> BackupCheck.files(backup, manifest))
        .then(manifest -> prove(backup, manifest));
  }

  private static Result<BackupManifest> prove(Path backup, BackupManifest manifest) {
    Path scratch = Scratch.beside(backup);
    try {
      List<String> files = manifest.stores().stream().map(StoreFile::file).toList();
      return BackupCheck.books(backup, files, scratch)
          .then(
              books ->
                  books.equals(manifest.books())
                      ? Result.success(manifest)
                      : BackupReason.BACKUP_DAMAGED.failure(
                          "expected the books %s in %s, found %s"
                              .formatted(manifest.books(), backup, books)));
    } finally {
      BackupFiles.delete(scratch);
    }
  }

  /**
   * Puts a backup in place of the state, which must not be in use. The restored system is halted
   * and its trading epoch raised, so that no order leaves before an owner resumes, and nothing of
   * an older home is booked.
   *
   * @param replace whether state may be there already; it is kept aside
   */
  public Result<RestoreReport> restore(
      String name, boolean replace, ObjIntConsumer<String> progress) {
    return BackupFiles.find(folder, name)
        .then(
            backup ->
                new BackupRestore(place, backup, replace, clock, progress)
                    .run(() -> create(progress)));
  }
}
