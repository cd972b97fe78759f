package dev.arduinotrader.platform.logging;

import java.nio.file.Path;

/**
 * Where one process writes its log.
 *
 * @param directory made when missing
 * @param processName the file is {@code directory/<processName>.log}
 * @param console what a person at the terminal sees of it, on stderr
 * @param format how the file's lines are written
 * @param bytesMax the most that the file and its older parts take together
 */
public record LogSettings(
    Path directory, String processName, Console console, Format format, long bytesMax) {
  /** What the flash memory of a small board bears. */
  public static final long BYTES_MAX_DEFAULT = 200L * 1024 * 1024;

  /** How much of the log goes to the terminal too. */
  public enum Console {
    WARNINGS,
    EVERYTHING
  }

  /** How the lines of the file are written. */
  public enum Format {
    /** For people: one line, the fields at its end. */
    TEXT,
    /** For programs: one JSON object per line. */
    JSON
  }
}
