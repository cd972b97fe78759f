package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what a source counts in with what a security is quoted in. */
final class QuoteUnits {
  private static final Map<String, String> SPELLINGS =
      Map.of("GBp", "GBX", "GBx", "GBX", "ZAc", "ZAC", "ILa", "ILA");

  private QuoteUnits() {}

  /** SOURCE_OTHER_UNIT unless the source says the same unit; silence is no contradiction. */
  static Result<Done> same(String source, Security security, @Nullable String said) {
    QuoteUnit wanted = security.quoteUnit();
    if (said == null || SPELLINGS.getOrDefault(said, said).equals(wanted.code())) {
      return Result.success(Done.DONE);
    }
    return SourceReason.SOURCE_OTHER_UNIT.failure(
        "expected prices of %s in %s, found %s at %s\nMaybe its symbol there is of another listing."
            .formatted(security.symbol(), wanted, said, source));
  }
}
