package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.SymbolFinder;
import dev.arduinotrader.universe.Security;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Symbols and the securities that they mean: those of the universe, and those that a person says.
 */
final class FileSymbols {
  private final SortedMap<String, SortedSet<Isin>> isins = new TreeMap<>();
  private final Map<Isin, String> symbols = new HashMap<>();

  private FileSymbols() {}

  /**
   * The symbols of the universe; what a person says goes before them.
   *
   * @param said symbols with their ISINs
   */
  static Result<FileSymbols> of(Session session, Map<String, Isin> said) {
    return SecurityNames.all(session)
        .map(
            securities -> {
              FileSymbols found = new FileSymbols();
              securities.forEach(found::add);
              said.forEach((symbol, isin) -> found.isins.put(symbol, set(isin)));
              return found;
            });
  }

  private static SortedSet<Isin> set(Isin isin) {
    return new TreeSet<>(List.of(isin));
  }

  private void add(Security security) {
    isins.computeIfAbsent(security.symbol(), key -> new TreeSet<>()).add(security.isin());
    symbols.put(security.isin(), security.symbol());
  }

  SymbolFinder finder() {
    return symbol -> List.copyOf(isins.getOrDefault(symbol, new TreeSet<>()));
  }

  /** The symbol of a security; empty when there is none, or it means others too. */
  String ticker(Isin isin) {
    String symbol = symbols.getOrDefault(isin, "");
    return finder().find(symbol).equals(List.of(isin)) ? symbol : "";
  }

  /**
   * Takes the ISINs out of what {@code --map} says; what is left names columns.
   *
   * @param columns changed: loses the symbols
   */
  static Map<String, Isin> said(Map<String, String> columns) {
    Map<String, Isin> said = new HashMap<>();
    columns.forEach(
        (symbol, text) -> {
          if (isIsin(text)) {
            said.put(symbol, Isin.of(text));
          }
        });
    columns.keySet().removeAll(said.keySet());
    return said;
  }

  private static boolean isIsin(String text) {
    try {
      return Isin.of(text).value().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Lines of a symbol, a comma and an ISIN; INVALID_ARGUMENT naming every other one. */
  static Result<Map<String, Isin>> read(List<String> lines) {
    Map<String, Isin> read = new HashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).strip().split("\\s*,\\s*", -1);
      if (cells.length == 2 && isIsin(cells[1])) {
        read.put(cells[0], Isin.of(cells[1]));
      } else if (!lines.get(i).isBlank() && !lines.get(i).strip().equals("symbol,isin")) {
        faults.add(
            new Fault(
                "--symbols line " + (i + 1),
                "expected SYMBOL,ISIN, found '%s'".formatted(lines.get(i))));
      }
    }
    return faults.isEmpty() ? Result.success(read) : Result.failure(Problem.invalid(faults));
  }
}
