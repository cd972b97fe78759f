package dev.arduinotrader.app.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that stops all orders while it exists, whatever else works or not. */
public final class HaltFile {
  /** Its name in the data directory. */
  public static final String NAME = "HALT";

  private HaltFile() {}

  /** Writes it; from then on trading's gate denies every order. */
  public static void write(Path dataDirectory, String reason) {
    try {
      Files.createDirectories(dataDirectory);
      Files.writeString(dataDirectory.resolve(NAME), reason + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + dataDirectory.resolve(NAME) + "; stop the trading process instead", e);
    }
  }

  /** Removes it; the stored latch is another thing and stays. */
  public static void remove(Path dataDirectory) {
    try {
      Files.deleteIfExists(dataDirectory.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + dataDirectory.resolve(NAME), e);
    }
  }
}
