package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a secret is found, so that no configuration holds the secret itself. */
public sealed interface SecretReference {
  /** The value of an environment variable. */
  record Variable(String name) implements SecretReference {
    @Override
    public String toString() {
      return "env:" + name;
    }
  }

  /** The first line of a file. */
  record SecretFile(Path path) implements SecretReference {
    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /** Reads {@code env:NAME} or {@code file:PATH}; anything else is refused without repeating it. */
  static Result<SecretReference> parse(String text) {
    if (text.matches("env:[A-Za-z_][A-Za-z0-9_]*")) {
      return Result.success(new Variable(text.substring("env:".length())));
    }
    if (text.startsWith("file:") && text.length() > "file:".length()) {
      return Result.success(new SecretFile(Path.of(text.substring("file:".length()))));
    }
    return CommonReason.INVALID_ARGUMENT.failure(
        "expected where a secret is found, as env:NAME or file:PATH, found another text"
            + "\nMaybe the secret itself was given: put it into a file that only you can read.");
  }

  /** The secret. INVALID_ARGUMENT when it is missing or empty; the message never holds it. */
  default Result<String> read(Map<String, String> environment) {
    try {
      String secret =
          switch (this) {
            case Variable(String name) -> environment.getOrDefault(name, "");
            case SecretFile(Path path) -> Files.readString(path).lines().findFirst().orElse("");
          };
      return secret.isEmpty()
          ? CommonReason.INVALID_ARGUMENT.failure("expected a secret at " + this + ", found none")
          : Result.success(secret);
    } catch (IOException e) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected a secret at " + this + ", cannot read it: " + e.getClass().getSimpleName());
    }
  }
}
