package dev.arduinotrader.universe.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rates of any pair, from rates against the euro. */
public final class FxCross {
  private FxCross() {}

  /**
   * The rate of a pair at the decision time.
   *
   * @param after null for the latest; otherwise the first one strictly after this instant
   * @return empty when one of the two currencies has no such rate
   */
  public static Optional<FxRate> rate(
      EuroRates rates, Currency base, Currency quote, @Nullable Instant after, Instant now) {
    if (base.equals(quote)) {
      return Optional.of(FxRate.identity(base, now));
    }
    Function<Currency, Optional<FxRate>> fromEuro =
        currency ->
            (after == null ? rates.latest(currency, now) : rates.firstAfter(currency, after, now))
                .map(r -> new FxRate(Currency.EUR, currency, r.rate(), r.knownAt(), r.source()));
    if (base.equals(Currency.EUR)) {
      return fromEuro.apply(quote);
    }
    Optional<FxRate> toEuro = fromEuro.apply(base).map(FxRate::inverse);
    return quote.equals(Currency.EUR)
        ? toEuro
        : toEuro.flatMap(first -> fromEuro.apply(quote).map(first::then));
  }
}
