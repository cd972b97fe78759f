package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.FxRate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Daily rates of a pair, oldest first.
 *
 * @param rates each known at 16:00 Central European time of its date
 * @param nextFrom what to ask for next; null on the last page
 */
public record FxHistoryPage(List<FxRate> rates, @Nullable LocalDate nextFrom) {
  public FxHistoryPage {
    rates = List.copyOf(rates);
  }
}
