package dev.arduinotrader.portfolio.exchange.text;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.portfolio.SymbolFinder;
import java.util.List;
import java.util.stream.Collectors;

/** Takes a symbol for the one security that it means. */
public final class Symbols {
  private Symbols() {}

  /** Throws naming the symbol and the next step when it does not mean exactly one security. */
  public static Isin resolve(String symbol, SymbolFinder finder) {
    List<Isin> meant = finder.find(symbol);
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    if (meant.isEmpty()) {
      try {
        return Isin.of(symbol);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "no security is known by it\nMaybe: --map %s=ISIN".formatted(symbol), e);
      }
    }
    throw new IllegalArgumentException(
        "it may mean %s\nMaybe: --map %s=ISIN"
            .formatted(meant.stream().map(Isin::value).collect(Collectors.joining(", ")), symbol));
  }
}
