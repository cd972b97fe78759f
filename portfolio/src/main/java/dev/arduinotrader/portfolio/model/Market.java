package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the universe knows at a decision time: securities with prices, and exchange rates. */
public final class Market {
  private final Currency base;
  private final SortedMap<Isin, SnapshotSecurity> securities;
  private final SortedMap<Currency, FxRate> rates;
  private final SortedMap<String, String> reasons;
  private final SortedMap<Isin, String> sources;

  /**
   * @param securities each once, in any order
   * @param rates with {@code base} as their base, each quote once, in any order
   * @param reasons why a price (by ISIN) or a rate (by pair such as EUR/USD) is absent
   */
  public Market(
      Currency base,
      Collection<SnapshotSecurity> securities,
      Collection<FxRate> rates,
      Map<String, String> reasons) {
    this(base, securities, rates, reasons, Map.of());
  }

  /** As above, with who says each price. */
  public Market(
      Currency base,
      Collection<SnapshotSecurity> securities,
      Collection<FxRate> rates,
      Map<String, String> reasons,
      Map<Isin, String> sources) {
    this.base = base;
    SortedMap<Isin, SnapshotSecurity> byIsin = new TreeMap<>();
    securities.forEach(security -> byIsin.put(security.isin(), security));
    this.securities = Collections.unmodifiableSortedMap(byIsin);
    SortedMap<Currency, FxRate> byQuote = new TreeMap<>();
    for (FxRate rate : rates) {
      if (!rate.base().equals(base)) {
        throw new IllegalArgumentException("expected rates of " + base + ", found " + rate);
      }
      byQuote.put(rate.quote(), rate);
    }
    byQuote.remove(base);
    this.rates = Collections.unmodifiableSortedMap(byQuote);
    this.reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    this.sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
  }

  public Currency base() {
    return base;
  }

  /** In the order of their ISIN. */
  public List<SnapshotSecurity> securities() {
    return List.copyOf(securities.values());
  }

  public Optional<SnapshotSecurity> security(Isin isin) {
    return Optional.ofNullable(securities.get(isin));
  }

  /** From the base currency to every other, in the order of the codes. */
  public List<FxRate> rates() {
    return List.copyOf(rates.values());
  }

  /** Money in the base currency, rounded once; empty without a rate. Nothing is worth nothing. */
  public Optional<Money> inBase(Money money) {
    if (money.currency().equals(base)) {
      return Optional.of(money);
    }
    if (money.isZero()) {
      return Optional.of(Money.zero(base));
    }
    return Optional.ofNullable(rates.get(money.currency()))
        .map(rate -> rate.convert(money, RoundingMode.HALF_EVEN));
  }

  /** Who says the price of a security, null when nobody does. */
  @Nullable String source(Isin isin) {
    return sources.get(isin);
  }

  /** Why there is no price of a security. */
  String whyUnpriced(Isin isin) {
    return reasons.getOrDefault(isin.value(), "the universe gave no price");
  }

  /** Why there is no rate of a currency. */
  String whyNoRate(Currency quote) {
    return reasons.getOrDefault(base + "/" + quote, "the universe gave no rate");
  }
}
