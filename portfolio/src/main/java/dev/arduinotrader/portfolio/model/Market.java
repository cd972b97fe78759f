package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.Entitlement;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the universe knows at a decision time: securities with prices, and exchange rates. */
public final class Market {
  private final Currency base;
  private final SortedMap<Isin, SnapshotSecurity> securities;
  private final SortedMap<Currency, FxRate> rates;
  private final SortedMap<String, String> reasons;
  private final SortedMap<Isin, String> sources;
  private final List<Entitlement> entitlements;

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
    this(base, securities, rates, reasons, sources, List.of());
  }

  private Market(
      Currency base,
      Collection<SnapshotSecurity> securities,
      Collection<FxRate> rates,
      Map<String, String> reasons,
      Map<Isin, String> sources,
      List<Entitlement> entitlements) {
    this.entitlements = List.copyOf(entitlements);
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

  /** The same market, with the corporate actions that are under way for an account. */
  public Market with(List<Entitlement> underWay) {
    return new Market(base, securities.values(), rates.values(), reasons, sources, underWay);
  }

  /**
   * Units that the market prices for each that the books hold: not 1 while a split is in the price
   * and not in the books, or the other way round.
   */
  BigDecimal unitsFactor(Isin isin, Instant pricedAt) {
    BigDecimal factor = BigDecimal.ONE;
    for (Entitlement entitlement : entitlements) {
      boolean inPrice =
          !pricedAt.isBefore(entitlement.exDate().atStartOfDay(ZoneOffset.UTC).toInstant());
      if (!entitlement.isin().equals(isin) || inPrice != entitlement.isPending()) {
        continue;
      }
      factor =
          inPrice
              ? factor.multiply(entitlement.unitsFactor(), MathContext.DECIMAL64)
              : factor.divide(entitlement.unitsFactor(), MathContext.DECIMAL64);
    }
    return factor;
  }

  /** Why a security must wait for the broker; empty when it need not. */
  String pending(Isin isin) {
    return entitlements.stream()
        .filter(entitlement -> entitlement.isin().equals(isin) && entitlement.isPending())
        .map(Entitlement::note)
        .collect(Collectors.joining("; "));
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
