package dev.arduinotrader.platform.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The mark {@code DIR/<service>.moved}: the state of a service lives on another device now, and
 * nothing may begin to keep it here, neither anew nor from an old copy.
 */
public final class MovedAway {
  private MovedAway() {}

  /** Why the service's state is not kept here any more; empty while it may be. */
  public static Optional<String> reason(Path dataDirectory, String service) {
    Path mark = mark(dataDirectory, service);
    try {
      return Files.exists(mark) ? Optional.of(Files.readString(mark).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + mark, e);
    }
  }

  /**
   * Sets the mark.
   *
   * @param reason such as {@code to green at 2026-01-31T12:00:00Z}
   */
  public static void set(Path dataDirectory, String service, String reason) {
    Path mark = mark(dataDirectory, service);
    try {
      Files.writeString(mark, reason + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + mark, e);
    }
  }

  /** Takes the mark away, when the state is here again. */
  public static void clear(Path dataDirectory, String service) {
    Path mark = mark(dataDirectory, service);
    try {
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + mark, e);
    }
  }

  private static Path mark(Path dataDirectory, String service) {
    return dataDirectory.resolve(service + ".moved");
  }
}
