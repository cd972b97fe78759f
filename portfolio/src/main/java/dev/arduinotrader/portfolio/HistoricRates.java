package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Rates of the past, which do not change, so each is asked for once. */
final class HistoricRates {
  private static final int KNOWN_MAX = 100_000;

  private final MarketReader market;
  private final Map<Key, FxRate> known = new ConcurrentHashMap<>();

  private record Key(Currency base, Currency quote, Instant at) {}

  HistoricRates(MarketReader market) {
    this.market = market;
  }

  /** The rate that was known at an instant; empty when there is none. */
  Result<Optional<FxRate>> rate(CallContext context, Currency base, Currency quote, Instant at) {
    Key key = new Key(base, quote, at);
    FxRate cached = known.get(key);
    if (cached != null) {
      return Result.success(Optional.of(cached));
    }
    return market
        .rate(context.withDecisionTime(at), base, quote)
        .map(
            rate -> {
              if (known.size() >= KNOWN_MAX) {
                known.clear();
              }
              rate.ifPresent(found -> known.put(key, found));
              return rate;
            });
  }
}
