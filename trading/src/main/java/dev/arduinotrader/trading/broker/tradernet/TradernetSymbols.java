package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.brokers.tradernet.TradernetReference;
import dev.arduinotrader.brokers.tradernet.TradernetReference.Listing;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.UniverseService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The only door between ISINs and the broker's symbols. A symbol is taken when the broker itself
 * names it for the ISIN, in the security's currency and region, and no other fits as well; else the
 * order is refused.
 */
final class TradernetSymbols {
  private static final Set<String> UNITED_STATES = Set.of("XNAS", "XNYS", "XASE", "ARCX", "BATS");
  private static final Set<String> ATHENS = Set.of("ASEX", "XATH");
  private static final String HONG_KONG = "XHKG";

  private final TradernetReference reference;
  private final UniverseService universe;
  private final Map<Isin, String> symbols = new ConcurrentHashMap<>();
  private final Map<String, Isin> isins = new ConcurrentHashMap<>();

  TradernetSymbols(TradernetReference reference, UniverseService universe) {
    this.reference = reference;
    this.universe = universe;
  }

  /** The symbol to order a security by. */
  Result<String> symbolOf(CallContext context, Isin isin) {
    String known = symbols.get(isin);
    if (known != null) {
      return Result.success(known);
    }
    return universe
        .getSecurity(context, isin)
        .then(security -> reference.find(isin.value()).then(found -> choose(security, found)));
  }

  private Result<String> choose(Security security, List<Listing> found) {
    List<String> fitting =
        found.stream()
            .filter(listing -> security.isin().value().equals(listing.isin()))
            .filter(listing -> security.quoteUnit().code().equals(listing.currency()))
            .map(Listing::symbol)
            .filter(symbol -> symbol.endsWith(ending(security.exchange())))
            .distinct()
            .toList();
    if (fitting.size() != 1) {
      return CommonReason.NOT_FOUND.failure(
          "expected one listing of %s in %s ending in %s at the broker, found %s"
              .formatted(
                  security.isin(),
                  security.quoteUnit().code(),
                  ending(security.exchange()),
                  fitting.isEmpty() ? found.stream().map(Listing::symbol).toList() : fitting));
    }
    symbols.put(security.isin(), fitting.getFirst());
    isins.put(fitting.getFirst(), security.isin());
    return Result.success(fitting.getFirst());
  }

  private static String ending(String exchange) {
    if (UNITED_STATES.contains(exchange)) {
      return ".US";
    }
    if (ATHENS.contains(exchange)) {
      return ".GR";
    }
    return exchange.equals(HONG_KONG) ? ".AS" : ".EU";
  }

  /** The ISIN of a symbol that the broker tells of; a failure when it names none, or several. */
  Result<Isin> isinOf(String symbol) {
    Isin known = isins.get(symbol);
    return known != null
        ? Result.success(known)
        : reference.find(symbol).then(found -> only(symbol, found));
  }

  private Result<Isin> only(String symbol, List<Listing> found) {
    List<String> named =
        found.stream()
            .filter(listing -> listing.symbol().equals(symbol))
            .flatMap(listing -> Optional.ofNullable(listing.isin()).stream())
            .distinct()
            .toList();
    return named.size() == 1
        ? said(symbol, named.getFirst())
        : CommonReason.NOT_FOUND.failure(
            "expected one ISIN of %s at the broker, found %s".formatted(symbol, named));
  }

  /** Remembers what the broker says beside a symbol; a failure when it is no ISIN. */
  Result<Isin> said(String symbol, String isin) {
    try {
      Isin read = Isin.of(isin);
      isins.put(symbol, read);
      return Result.success(read);
    } catch (IllegalArgumentException e) {
      return CommonReason.NOT_FOUND.failure(
          "expected an ISIN of %s at the broker, found '%s'".formatted(symbol, isin));
    }
  }
}
