package dev.arduinotrader.trading.broker.alpaca;

import dev.arduinotrader.brokers.alpaca.AlpacaTrading;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityPage;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The only door between ISINs and the broker's symbols. The broker names no ISIN: a symbol stands
 * for the one security of our universe that has it, in US dollars at an exchange of the United
 * States.
 */
final class AlpacaSymbols {
  private static final Set<String> UNITED_STATES = Set.of("XNAS", "XNYS", "XASE", "ARCX", "BATS");

  private final AlpacaTrading trading;
  private final UniverseService universe;
  private final Map<String, Isin> isins = new ConcurrentHashMap<>();

  AlpacaSymbols(AlpacaTrading trading, UniverseService universe) {
    this.trading = trading;
    this.universe = universe;
  }

  /** The symbol to order a security by; a failure when it cannot be ordered there. */
  Result<String> symbolOf(CallContext context, Isin isin) {
    return universe.getSecurity(context, isin).then(security -> tradable(context, security));
  }

  private Result<String> tradable(CallContext context, Security security) {
    String symbol = security.symbol();
    if (!isAmerican(security)) {
      return CommonReason.INVALID_ARGUMENT.failure(
          "expected a security in USD at an exchange of the United States, found %s in %s at %s"
              .formatted(symbol, security.quoteUnit().code(), security.exchange()));
    }
    return isinOf(context, symbol)
        .then(isin -> trading.isTradable(symbol))
        .then(
            tradable ->
                tradable
                    ? Result.success(symbol)
                    : CommonReason.NOT_FOUND.failure(
                        "expected that the broker trades %s, found that it does not"
                            .formatted(symbol)));
  }

  private static boolean isAmerican(Security security) {
    return UNITED_STATES.contains(security.exchange())
        && security.quoteUnit().code().equals(AlpacaSession.CURRENCY);
  }

  /** The ISIN of a symbol that the broker tells of; a failure for none, or several. */
  Result<Isin> isinOf(CallContext context, String symbol) {
    Isin known = isins.get(symbol);
    return known != null
        ? Result.success(known)
        : named(context, symbol).then(found -> only(symbol, found));
  }

  private Result<Isin> only(String symbol, List<Isin> found) {
    if (found.size() != 1) {
      return CommonReason.NOT_FOUND.failure(
          "expected one security of the universe with the symbol %s in USD, found %s"
              .formatted(symbol, found));
    }
    isins.put(symbol, found.getFirst());
    return Result.success(found.getFirst());
  }

  private Result<List<Isin>> named(CallContext context, String symbol) {
    List<Isin> found = new ArrayList<>();
    UniverseQuery query = UniverseQuery.first();
    while (true) {
      Result<SecurityPage> read = universe.getUniverse(context, query);
      if (read instanceof Result.Failure<SecurityPage>(Problem problem)) {
        return Result.failure(problem);
      }
      List<Security> page = read.orElseThrow().securities();
      page.stream()
          .filter(AlpacaSymbols::isAmerican)
          .filter(security -> security.symbol().equals(symbol))
          .map(Security::isin)
          .forEach(found::add);
      if (page.size() < UniverseQuery.LIMIT_MAX) {
        return Result.success(found);
      }
      query = new UniverseQuery(page.getLast().isin().value(), UniverseQuery.LIMIT_MAX);
    }
  }
}
