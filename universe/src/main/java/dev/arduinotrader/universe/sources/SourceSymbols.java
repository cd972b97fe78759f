package dev.arduinotrader.universe.sources;

import dev.arduinotrader.universe.Security;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How sources call a security. An ISIN is never taken for a symbol, and where a name would be a
 * guess there is none.
 */
public final class SourceSymbols {
  private static final Map<String, String> YAHOO_ENDINGS =
      Map.ofEntries(
          Map.entry("XNAS", ""),
          Map.entry("XNYS", ""),
          Map.entry("XASE", ""),
          Map.entry("ARCX", ""),
          Map.entry("BATS", ""),
          Map.entry("XTSE", ".TO"),
          Map.entry("XLON", ".L"),
          Map.entry("XDUB", ".IR"),
          Map.entry("XETR", ".DE"),
          Map.entry("XFRA", ".F"),
          Map.entry("XPAR", ".PA"),
          Map.entry("XAMS", ".AS"),
          Map.entry("XBRU", ".BR"),
          Map.entry("XLIS", ".LS"),
          Map.entry("XMAD", ".MC"),
          Map.entry("XMIL", ".MI"),
          Map.entry("MTAA", ".MI"),
          Map.entry("XSWX", ".SW"),
          Map.entry("XWBO", ".VI"),
          Map.entry("XCSE", ".CO"),
          Map.entry("XSTO", ".ST"),
          Map.entry("XHEL", ".HE"),
          Map.entry("XOSL", ".OL"),
          Map.entry("XWAR", ".WA"),
          Map.entry("ASEX", ".AT"),
          Map.entry("XATH", ".AT"),
          Map.entry("XTKS", ".T"),
          Map.entry("XHKG", ".HK"),
          Map.entry("XSES", ".SI"),
          Map.entry("XASX", ".AX"));

  private static final Set<String> UNITED_STATES = Set.of("XNAS", "XNYS", "XASE", "ARCX", "BATS");
  private static final Set<String> ATHENS = Set.of("ASEX", "XATH");
  private static final String HONG_KONG = "XHKG";
  private static final Pattern ISIN_SHAPE = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");

  /** Hong Kong's symbols at Tradernet: a name, the number, and AS for Asia, not for Amsterdam. */
  private static final Pattern ASIAN = Pattern.compile("[A-Z0-9]+\\.([0-9]{1,5})\\.AS");

  private SourceSymbols() {}

  /** The ticker at Yahoo, such as AAPL, BRK-B, SHEL.L or 0005.HK. */
  public static Optional<String> yahoo(Security security) {
    String symbol = security.symbol();
    String exchange = security.exchange();
    String ending = YAHOO_ENDINGS.get(exchange);
    if (ISIN_SHAPE.matcher(symbol).matches() || ending == null || symbol.endsWith(".EU")) {
      return Optional.empty();
    }
    String bare = bare(symbol, exchange, ending);
    return Optional.of(bare.replace('.', '-').replace('/', '-') + ending);
  }

  private static String bare(String symbol, String exchange, String ending) {
    if (exchange.equals(HONG_KONG)) {
      Matcher asian = ASIAN.matcher(symbol);
      String number = asian.matches() ? asian.group(1) : without(symbol, ending);
      return number.matches("[0-9]{1,3}") ? "0".repeat(4 - number.length()) + number : number;
    }
    if (UNITED_STATES.contains(exchange)) {
      return without(symbol, ".US");
    }
    return without(ATHENS.contains(exchange) ? without(symbol, ".GR") : symbol, ending);
  }

  private static String without(String symbol, String ending) {
    return symbol.endsWith(ending)
        ? symbol.substring(0, symbol.length() - ending.length())
        : symbol;
  }

  /**
   * The symbol at Tradernet, such as AAPL.US or OPAP.GR. European listings are called by a name of
   * the whole continent there, and Hong Kong's carry a name: neither follows from another symbol,
   * so they have to be given as they are there.
   */
  public static Optional<String> tradernet(Security security) {
    String symbol = security.symbol();
    String exchange = security.exchange();
    if (ISIN_SHAPE.matcher(symbol).matches()) {
      return Optional.empty();
    }
    if (UNITED_STATES.contains(exchange)) {
      return Optional.of(without(symbol, ".US") + ".US");
    }
    if (ATHENS.contains(exchange)) {
      return Optional.of(without(without(symbol, ".AT"), ".GR") + ".GR");
    }
    boolean given =
        exchange.equals(HONG_KONG) ? ASIAN.matcher(symbol).matches() : symbol.endsWith(".EU");
    return given ? Optional.of(symbol) : Optional.empty();
  }
}
