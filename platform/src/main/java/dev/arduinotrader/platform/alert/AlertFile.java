package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The alerts of a data directory, in one small file. */
public final class AlertFile {
  private static final String NAME = "alerts.json";

  private final Path file;

  /** The file of this data directory, which need not exist yet. */
  public AlertFile(Path dataDirectory) {
    this.file = dataDirectory.resolve(NAME);
  }

  /** The book; empty when there is no file; INVALID_ARGUMENT when it cannot be read. */
  public Result<AlertBook> read() {
    if (!Files.exists(file)) {
      return Result.success(AlertBook.EMPTY);
    }
    try {
      return Result.success(Json.read(Files.readString(file), AlertBook.class));
    } catch (IllegalArgumentException | IOException e) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected the alerts at %s, cannot read them: %s\nMaybe move the file away."
              .formatted(file, e.getMessage()));
    }
  }

  /** Puts the book in the file's place, whole. */
  void write(AlertBook book) {
    Path draft = file.resolveSibling(NAME + ".draft");
    try {
      Files.write(draft, Json.pretty(book).getBytes(StandardCharsets.UTF_8));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
