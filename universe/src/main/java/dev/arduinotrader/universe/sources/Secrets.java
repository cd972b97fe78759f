package dev.arduinotrader.universe.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Looks up secrets where a reference says they are; the secrets themselves are never stored. */
public final class Secrets {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";
  private static final int BYTES_MAX = 4_096;

  private final Map<String, String> environment;

  public Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Whether a text is a reference at all. */
  public static boolean isReference(String text) {
    return (text.startsWith(ENVIRONMENT) && text.length() > ENVIRONMENT.length())
        || (text.startsWith(FILE) && text.length() > FILE.length());
  }

  /**
   * The secret of {@code env:NAME} or {@code file:PATH}, without blanks around it.
   *
   * @throws IllegalArgumentException saying what is missing, never what was found
   */
  public String read(String reference) {
    if (reference.startsWith(ENVIRONMENT)) {
      String value = environment.getOrDefault(reference.substring(ENVIRONMENT.length()), "");
      return given(reference, value);
    }
    if (reference.startsWith(FILE)) {
      return given(reference, content(reference));
    }
    throw new IllegalArgumentException("expected env:NAME or file:PATH for a secret");
  }

  private static String content(String reference) {
    try {
      Path path = Path.of(reference.substring(FILE.length()));
      if (Files.size(path) > BYTES_MAX) {
        throw new IllegalArgumentException(
            "expected a secret of at most " + BYTES_MAX + " bytes at " + reference);
      }
      return Files.readString(path);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("expected a readable file at " + reference, e);
    }
  }

  private static String given(String reference, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("expected a secret at " + reference + ", found nothing");
    }
    return value.strip();
  }
}
