package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.Currency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which exchange rates to give.
 *
 * @param base 1 unit of it is priced
 * @param quotes in these currencies
 * @param firstAfter null for the latest rates; otherwise the first ones strictly after this instant
 */
public record FxRequest(Currency base, List<Currency> quotes, @Nullable Instant firstAfter) {
  public FxRequest {
    quotes = List.copyOf(quotes);
  }
}
