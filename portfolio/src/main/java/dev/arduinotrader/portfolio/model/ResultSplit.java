package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.Disposal;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.Lot;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.ResultParts;
import dev.arduinotrader.portfolio.ResultQuery;
import dev.arduinotrader.portfolio.SecurityResult;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Splits what was gained into price, income, currency and costs.
 *
 * <p>Units bought for G at rate r0 (base currency per unit of theirs) and worth P at rate r1 have
 * gained P r1 - G r0 = (P - G) r0 + P (r1 - r0): the price's part and the currency's part.
 */
public final class ResultSplit {
  private static final MathContext DIGITS = MathContext.DECIMAL64;

  /** A rate that the split needs. */
  public record RateKey(Currency currency, Instant at) implements Comparable<RateKey> {
    @Override
    public int compareTo(RateKey other) {
      int byCurrency = currency.compareTo(other.currency);
      return byCurrency == 0 ? at.compareTo(other.at) : byCurrency;
    }
  }

  private final Market market;
  private final Map<RateKey, BigDecimal> rates;
  private final ResultQuery query;
  private final TreeMap<Isin, Sums> sums = new TreeMap<>();

  private ResultSplit(Market market, Map<RateKey, BigDecimal> rates, ResultQuery query) {
    this.market = market;
    this.rates = rates;
    this.query = query;
  }

  /** The rates that a split of these movements needs, besides today's. */
  public static SortedSet<RateKey> needed(Collection<BrokerMovement> movements, Currency base) {
    SortedSet<RateKey> keys = new TreeSet<>();
    for (BrokerMovement movement : Reversals.counting(movements)) {
      switch (movement) {
        case BrokerMovement.Execution e -> {
          keys.add(new RateKey(e.gross().currency(), e.at()));
          keys.add(new RateKey(e.commission().currency(), e.at()));
        }
        case LedgerEntry.Dividend d -> keys.add(new RateKey(d.gross().currency(), d.at()));
        case LedgerEntry.CorporateAction a -> keys.add(new RateKey(a.currency(), a.at()));
        case LedgerEntry.UnitsAdjustment u -> keys.add(new RateKey(u.currency(), u.at()));
        case LedgerEntry.OpeningPosition o -> {
          if (o.firstBoughtAt() != null) {
            keys.add(new RateKey(o.currency(), o.firstBoughtAt()));
          }
        }
        case BrokerMovement.Exchange ignored -> {}
        case BrokerMovement.CashFlow ignored -> {}
        case LedgerEntry.CashAdjustment ignored -> {}
        case LedgerEntry.Reversal ignored -> {}
      }
    }
    keys.removeIf(key -> key.currency().equals(base));
    return keys;
  }

  /**
   * The results in the order of ISIN.
   *
   * @param market with today's prices and rates
   * @param rates base currency per unit, of those that are known
   */
  public static List<SecurityResult> of(
      Collection<BrokerMovement> movements,
      Market market,
      Map<RateKey, BigDecimal> rates,
      ResultQuery query) {
    ResultSplit split = new ResultSplit(market, rates, query);
    LotMethod method =
        query.method() == LotMethod.SPECIFIC ? LotMethod.FIRST_IN_FIRST_OUT : query.method();
    LotLedger lots = LotLedger.of(movements, method, List.of());
    lots.disposals().stream().filter(d -> split.isWanted(d.disposedAt())).forEach(split::add);
    for (BrokerMovement movement : Reversals.counting(movements)) {
      if (movement instanceof LedgerEntry.Dividend dividend && split.isWanted(dividend.at())) {
        split.add(dividend);
      }
    }
    lots.lots().forEach(split::add);
    return split.sums.entrySet().stream()
        .map(entry -> entry.getValue().result(entry.getKey(), market.base()))
        .toList();
  }

  private boolean isWanted(Instant at) {
    Instant from = query.from();
    Instant before = query.before();
    return (from == null || !at.isBefore(from)) && (before == null || at.isBefore(before));
  }

  private Sums sums(Isin isin) {
    return sums.computeIfAbsent(isin, key -> new Sums());
  }

  private void add(Disposal disposal) {
    Sums to = sums(disposal.isin());
    Money cost = disposal.cost();
    if (cost == null) {
      to.realised.miss("what " + disposal.saleId() + " sold had cost is not known");
      return;
    }
    BigDecimal bought = rate(to.realised, cost.currency(), disposal.acquiredAt());
    BigDecimal sold = rate(to.realised, cost.currency(), disposal.disposedAt());
    BigDecimal paid = rate(to.realised, disposal.commissionOut().currency(), disposal.disposedAt());
    to.realised.gain(
        cost.minus(disposal.commissionIn()).amount(), disposal.proceeds().amount(), bought, sold);
    to.realised.costs =
        to.realised
            .costs
            .subtract(disposal.commissionIn().amount().multiply(bought))
            .subtract(disposal.commissionOut().amount().multiply(paid));
  }

  private void add(LedgerEntry.Dividend dividend) {
    Sums to = sums(dividend.isin());
    BigDecimal rate = rate(to.realised, dividend.gross().currency(), dividend.at());
    to.realised.income = to.realised.income.add(dividend.net().amount().multiply(rate, DIGITS));
  }

  private void add(Lot lot) {
    Sums to = sums(lot.isin());
    Money cost = lot.cost();
    Price price = market.security(lot.isin()).map(SnapshotSecurity::price).orElse(null);
    if (cost == null) {
      to.unrealised.miss("what " + lot.lotId() + " had cost is not known");
    } else if (price == null) {
      to.unrealised.miss("no price, " + market.whyUnpriced(lot.isin()));
    } else if (!price.currency().equals(lot.currency())) {
      to.unrealised.miss(
          "it was bought in " + lot.currency() + " and is priced in " + price.unit());
    } else {
      BigDecimal bought = rate(to.unrealised, lot.currency(), lot.acquiredAt());
      BigDecimal now = rateNow(to.unrealised, lot.currency());
      to.unrealised.gain(
          cost.minus(lot.commission()).amount(), price.times(lot.quantity()).amount(), bought, now);
      to.unrealised.costs =
          to.unrealised.costs.subtract(lot.commission().amount().multiply(bought));
    }
  }

  private BigDecimal rate(Parts parts, Currency currency, @Nullable Instant at) {
    if (currency.equals(market.base())) {
      return BigDecimal.ONE;
    }
    BigDecimal rate = at == null ? null : rates.get(new RateKey(currency, at));
    if (rate == null) {
      parts.miss(
          "no rate of %s/%s on %s"
              .formatted(market.base(), currency, at == null ? "a day nobody knows" : at));
      return BigDecimal.ZERO;
    }
    return rate;
  }

  private BigDecimal rateNow(Parts parts, Currency currency) {
    if (currency.equals(market.base())) {
      return BigDecimal.ONE;
    }
    return market.rates().stream()
        .filter(rate -> rate.quote().equals(currency))
        .findFirst()
        .map(rate -> BigDecimal.ONE.divide(rate.rate(), DIGITS))
        .orElseGet(
            () -> {
              parts.miss(
                  "no rate of %s/%s, %s"
                      .formatted(market.base(), currency, market.whyNoRate(currency)));
              return BigDecimal.ZERO;
            });
  }

  /** Sums of one security, unrounded. */
  private static final class Sums {
    private final Parts realised = new Parts();
    private final Parts unrealised = new Parts();

    SecurityResult result(Isin isin, Currency base) {
      SortedSet<String> unknown = new TreeSet<>(realised.unknown);
      unknown.addAll(unrealised.unknown);
      return new SecurityResult(
          isin, realised.parts(base), unrealised.parts(base), List.copyOf(unknown));
    }
  }

  private static final class Parts {
    private final SortedSet<String> unknown = new TreeSet<>();
    private BigDecimal price = BigDecimal.ZERO;
    private BigDecimal income = BigDecimal.ZERO;
    private BigDecimal currency = BigDecimal.ZERO;
    private BigDecimal costs = BigDecimal.ZERO;

    void miss(String sentence) {
      unknown.add(sentence);
    }

    void gain(BigDecimal cost, BigDecimal worth, BigDecimal then, BigDecimal now) {
      price = price.add(worth.subtract(cost).multiply(then, DIGITS));
      currency = currency.add(worth.multiply(now.subtract(then), DIGITS));
    }

    @Nullable ResultParts parts(Currency base) {
      return unknown.isEmpty()
          ? new ResultParts(
              money(price, base), money(income, base), money(currency, base), money(costs, base))
          : null;
    }

    private static Money money(BigDecimal amount, Currency base) {
      return Money.rounded(amount, base, RoundingMode.HALF_EVEN);
    }
  }
}
