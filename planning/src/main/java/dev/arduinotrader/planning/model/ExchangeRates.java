package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.portfolio.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rates of a snapshot, held to the age that the policy allows prices. */
final class ExchangeRates {
  private final Currency base;
  private final Instant decisionTime;
  private final Duration ageMax;
  private final Map<Currency, FxRate> rates = new TreeMap<>();

  ExchangeRates(Snapshot snapshot) {
    base = snapshot.baseCurrency();
    decisionTime = snapshot.decisionTime();
    ageMax = snapshot.policy().policy().limits().priceAgeMax();
    for (FxRate rate : snapshot.rates()) {
      if (rate.base().equals(base)) {
        rates.put(rate.quote(), rate);
      } else if (rate.quote().equals(base)) {
        rates.put(rate.base(), rate.inverse());
      }
    }
    rates.put(base, FxRate.identity(base, decisionTime));
  }

  /** Why amounts of this currency cannot be valued; null when they can. */
  @Nullable Block block(Currency currency) {
    FxRate rate = rates.get(currency);
    if (rate == null) {
      return new Block(
          Rule.RATE_MISSING, "there is no rate from %s to %s".formatted(base, currency));
    }
    Duration age = rate.age(decisionTime);
    return age.compareTo(ageMax) <= 0
        ? null
        : new Block(
            Rule.RATE_OLD,
            "the rate from %s to %s is %s old, at most %s are allowed"
                .formatted(base, currency, Texts.days(age), Texts.days(ageMax)));
  }

  /** What one unit of the currency is worth; NaN without a usable rate. */
  double basePerUnit(Currency currency) {
    FxRate rate = rates.get(currency);
    return rate == null || block(currency) != null ? Double.NaN : 1 / rate.rate().doubleValue();
  }

  Map<Currency, FxRate> all() {
    return rates;
  }
}
