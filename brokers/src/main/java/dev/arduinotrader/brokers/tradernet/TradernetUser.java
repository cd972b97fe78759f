package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.kernel.result.Result;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose keys these are.
 *
 * @param userId the broker's own, as a text
 * @param demo whether it is play money; empty when the broker does not say
 */
public record TradernetUser(String userId, Optional<Boolean> demo) {
  /** Reads an answer to {@code GetAllUserTexInfo}; without a user's id it is a failure. */
  static Result<TradernetUser> read(JsonNode answer) {
    return TradernetRow.readOne(
        "GetAllUserTexInfo",
        answer,
        row ->
            new TradernetUser(
                row.needText("id", "user_id", "userId"),
                flag(row.text("isDemo", "is_demo", "demo"))
                    .or(() -> flag(row.text("real")).map(real -> !real))
                    .or(() -> row.text("mode").flatMap(TradernetUser::ofMode))));
  }

  private static Optional<Boolean> flag(Optional<String> text) {
    return text.map(value -> value.toLowerCase(Locale.ROOT))
        .flatMap(
            value ->
                switch (value) {
                  case "true", "1" -> Optional.of(true);
                  case "false", "0" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }

  private static Optional<Boolean> ofMode(String mode) {
    return switch (mode) {
      case "demo" -> Optional.of(true);
      case "prod" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
