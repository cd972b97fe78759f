package dev.arduinotrader.app.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory for a moment, on the same disk as what it is for. */
final class Scratch {
  private Scratch() {}

  /** Makes one that only its owner can read; the caller deletes it. */
  static Path beside(Path other) {
    try {
      return Files.createTempDirectory(
          other.toAbsolutePath().getParent(),
          ".checking-",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory beside " + other, e);
    }
  }
}
