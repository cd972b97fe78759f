package dev.arduinotrader.app.backup;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Backups as folders. */
final class BackupFiles {
  static final String MANIFEST = "manifest.json";

  private static final int BUFFER_BYTES = 1 << 16;

  private BackupFiles() {}

  /** All backups of a folder, the newest first; folders without a manifest are none. */
  static List<BackupManifest> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(backup -> Files.isRegularFile(backup.resolve(MANIFEST)))
          .map(BackupFiles::read)
          .flatMap(read -> read.isSuccess() ? Stream.of(read.orElseThrow()) : Stream.empty())
          .sorted(Comparator.comparing(BackupManifest::createdAt).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** The folder of a backup that is named by its id or by its path. */
  static Result<Path> find(Path folder, String name) {
    return Stream.of(folder.resolve(name), Path.of(name).toAbsolutePath())
        .filter(backup -> Files.isRegularFile(backup.resolve(MANIFEST)))
        .findFirst()
        .map(Result::success)
        .orElseGet(
            () ->
                BackupReason.BACKUP_NOT_FOUND.failure(
                    "expected a backup '%s' in %s, found none\nMaybe look with: trader backup list"
                        .formatted(name, folder)));
  }

  static Result<BackupManifest> read(Path backup) {
    Path file = backup.resolve(MANIFEST);
    try {
      BackupManifest manifest = Json.read(Files.readString(file), BackupManifest.class);
      return manifest.format() == BackupManifest.FORMAT
          ? Result.success(manifest)
          : BackupReason.BACKUP_DAMAGED.failure(
              "expected format %d in %s, found %d\nMaybe use the program that wrote it."
                  .formatted(BackupManifest.FORMAT, file, manifest.format()));
    } catch (IllegalArgumentException e) {
      return BackupReason.BACKUP_DAMAGED.failure(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      DigestInputStream digesting = new DigestInputStream(in, digest);
      byte[] buffer = new byte[BUFFER_BYTES];
      while (digesting.read(buffer) >= 0) {
        // Reads on until the end.
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
