package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one security has brought.
 *
 * @param realised by sales and dividends, null when something of it is not known
 * @param unrealised by the units still held, null when something of it is not known
 * @param unknown one sentence for everything that is not known
 */
public record SecurityResult(
    Isin isin,
    @Nullable ResultParts realised,
    @Nullable ResultParts unrealised,
    List<String> unknown) {
  public SecurityResult {
    unknown = List.copyOf(unknown);
  }
}
