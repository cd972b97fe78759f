package dev.arduinotrader.universe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of securities in the order of their ISIN.
 *
 * @param nextAfterIsin what to ask for next, null on the last page
 */
public record SecurityPage(List<Security> securities, @Nullable String nextAfterIsin) {
  public SecurityPage {
    securities = List.copyOf(securities);
  }
}
