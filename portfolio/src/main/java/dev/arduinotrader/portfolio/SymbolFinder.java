package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import java.util.List;

/** Which securities a file of another program may mean by a symbol. */
@FunctionalInterface
public interface SymbolFinder {
  /** Knows no symbol; ISINs still name themselves. */
  SymbolFinder NONE = symbol -> List.of();

  /** Every security that this symbol may mean, in the order of ISIN; empty when none does. */
  List<Isin> find(String symbol);
}
