package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.model.ResultSplit.RateKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns money of the past into the base currency at the rate of its day: the last one that was
 * known when the day (UTC) ended, also for what happened before that rate was published. Remembers
 * every rate that is not known.
 */
final class TaxRates {
  private final Currency base;
  private final Map<RateKey, BigDecimal> rates;
  private final SortedSet<RateKey> asked = new TreeSet<>();

  /**
   * @param rates base currency per unit
   */
  TaxRates(Currency base, Map<RateKey, BigDecimal> rates) {
    this.base = base;
    this.rates = rates;
  }

  /** Base currency per unit on the day of an instant; null when it is not known. */
  @Nullable BigDecimal rate(Currency currency, @Nullable Instant at) {
    if (currency.equals(base)) {
      return BigDecimal.ONE;
    }
    if (at == null) {
      return null;
    }
    RateKey key = new RateKey(currency, endOfDay(at));
    asked.add(key);
    return rates.get(key);
  }

  private static Instant endOfDay(Instant at) {
    return at.atZone(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(ZoneOffset.UTC)
        .minusSeconds(1)
        .toInstant();
  }

  /** HALF_EVEN; null when the rate is not known. Nothing is nothing in every currency. */
  @Nullable Money inBase(Money money, @Nullable Instant at) {
    if (money.isZero()) {
      return Money.zero(base);
    }
    BigDecimal rate = rate(money.currency(), at);
    return rate == null
        ? null
        : Money.rounded(money.amount().multiply(rate), base, RoundingMode.HALF_EVEN);
  }

  /** Every rate that was asked for. */
  SortedSet<RateKey> asked() {
    return asked;
  }

  /** Those of them that nobody knows. */
  SortedSet<RateKey> missing() {
    SortedSet<RateKey> missing = new TreeSet<>(asked);
    missing.removeAll(rates.keySet());
    return missing;
  }
}
