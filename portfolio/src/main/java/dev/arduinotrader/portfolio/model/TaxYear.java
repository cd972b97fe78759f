package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.Disposal;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.TaxLotReport;
import dev.arduinotrader.portfolio.TaxSale;
import dev.arduinotrader.portfolio.TaxSecurity;
import dev.arduinotrader.portfolio.TaxTotals;
import dev.arduinotrader.portfolio.model.ResultSplit.RateKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds up a calendar year (UTC) for a tax office: every amount at the rate of its own day. The lots
 * are those of {@link LotLedger}.
 */
public final class TaxYear {
  private final Currency base;
  private final int year;
  private final TaxRates rates;
  private final Set<String> adjustments = new HashSet<>();
  private final List<TaxSale> sales = new ArrayList<>();
  private final SortedMap<Isin, Sums> securities = new TreeMap<>();
  private final SortedSet<String> unknown = new TreeSet<>();
  private final Sums all;
  private final BaseSum gains;
  private final BaseSum losses;
  private final BaseSum interestReceived;
  private final BaseSum interestPaid;
  private final BaseSum costs;
  private final BaseSum taxes;

  private TaxYear(Currency base, int year, TaxRates rates) {
    this.base = base;
    this.year = year;
    this.rates = rates;
    this.all = new Sums(base);
    this.gains = new BaseSum(base);
    this.losses = new BaseSum(base);
    this.interestReceived = new BaseSum(base);
    this.interestPaid = new BaseSum(base);
    this.costs = new BaseSum(base);
    this.taxes = new BaseSum(base);
  }

  /** The rates that a report needs. */
  public static SortedSet<RateKey> needed(
      Collection<BrokerMovement> movements, Currency base, int year, LotMethod method) {
    TaxRates rates = new TaxRates(base, Map.of());
    new TaxYear(base, year, rates).add(movements, method);
    return rates.asked();
  }

  /**
   * The report.
   *
   * @param known base currency per unit, of the rates that are known
   */
  public static TaxLotReport report(
      Collection<BrokerMovement> movements,
      Currency base,
      int year,
      LotMethod method,
      Map<RateKey, BigDecimal> known) {
    TaxRates rates = new TaxRates(base, known);
    TaxYear report = new TaxYear(base, year, rates);
    report.add(movements, method);
    for (RateKey key : rates.missing()) {
      report.unknown.add("no rate of %s/%s on %s".formatted(base, key.currency(), day(key.at())));
    }
    return new TaxLotReport(
        year,
        base,
        method,
        report.sales,
        report.securities.entrySet().stream()
            .map(entry -> entry.getValue().security(entry.getKey()))
            .toList(),
        report.totals(),
        List.copyOf(report.unknown));
  }

  private void add(Collection<BrokerMovement> movements, LotMethod method) {
    for (BrokerMovement movement : Reversals.counting(movements)) {
      if (movement instanceof LedgerEntry.UnitsAdjustment) {
        adjustments.add(movement.sourceId());
      }
      if (isWanted(movement.at())) {
        add(movement);
      }
    }
    for (Disposal disposal : LotLedger.of(movements, method, List.of()).disposals()) {
      if (isWanted(disposal.disposedAt())) {
        add(disposal);
      }
    }
  }

  private boolean isWanted(Instant at) {
    return day(at).getYear() == year;
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private void add(BrokerMovement movement) {
    switch (movement) {
      case BrokerMovement.CashFlow flow -> add(flow);
      case BrokerMovement.Exchange exchange ->
          costs.add(rates.inBase(exchange.commission(), exchange.at()));
      case BrokerMovement.Execution execution -> {
        boolean isSale = execution.side() == Side.SELL;
        if (!isSale && !Books.isCapitalised(execution)) {
          costs.add(rates.inBase(execution.commission(), execution.at()));
        }
      }
      case LedgerEntry.Dividend dividend -> add(dividend);
      case LedgerEntry.OpeningPosition ignored -> {}
      case LedgerEntry.CorporateAction ignored -> {}
      case LedgerEntry.UnitsAdjustment ignored -> {}
      case LedgerEntry.Reversal ignored -> {}
      case LedgerEntry.CashAdjustment adjustment ->
          unknown.add(
              "%s %s came by an adjustment, and nobody knows why"
                  .formatted(day(adjustment.at()), adjustment.amount()));
    }
  }

  private void add(BrokerMovement.CashFlow flow) {
    Money amount = rates.inBase(flow.amount(), flow.at());
    switch (flow.kind()) {
      case DEPOSIT, WITHDRAWAL -> {}
      case INTEREST -> (flow.amount().isPositive() ? interestReceived : interestPaid).add(amount);
      case FEE -> costs.subtract(amount);
      case TAX -> taxes.subtract(amount);
      case DIVIDEND -> all.dividends.add(amount);
    }
  }

  private void add(LedgerEntry.Dividend dividend) {
    Money gross = rates.inBase(dividend.gross(), dividend.at());
    Money withheld = rates.inBase(dividend.withheld(), dividend.at());
    for (Sums sums : List.of(all, sums(dividend.isin()))) {
      sums.dividends.add(gross);
      sums.withheld.add(withheld);
    }
  }

  private Sums sums(Isin isin) {
    return securities.computeIfAbsent(isin, key -> new Sums(base));
  }

  private void add(Disposal disposal) {
    TaxSale sale = sale(disposal);
    sales.add(sale);
    unknown.addAll(sale.unknown());
    for (Sums sums : List.of(all, sums(disposal.isin()))) {
      sums.add(sale);
    }
    Money gain = sale.gainInBase();
    if (gain == null || gain.isPositive()) {
      gains.add(gain);
    }
    if (gain == null || gain.isNegative()) {
      losses.add(gain);
    }
  }

  private TaxSale sale(Disposal disposal) {
    Instant bought = disposal.acquiredAt();
    Instant sold = disposal.disposedAt();
    Money cost = disposal.cost();
    boolean isSale = !adjustments.contains(disposal.saleId());
    Money costInBase = cost == null ? null : rates.inBase(cost, bought);
    Money proceeds = isSale ? rates.inBase(disposal.proceeds(), sold) : null;
    Money commission = rates.inBase(disposal.commissionOut(), sold);
    Currency currency = disposal.proceeds().currency();
    return new TaxSale(
        disposal.isin(),
        disposal.saleId(),
        disposal.lotId(),
        bought == null ? null : day(bought),
        day(sold),
        bought == null ? null : ChronoUnit.DAYS.between(day(bought), day(sold)),
        disposal.quantity(),
        cost,
        disposal.proceeds(),
        disposal.commissionOut(),
        rates.rate(currency, bought),
        rates.rate(currency, sold),
        costInBase,
        proceeds,
        commission,
        costInBase == null || proceeds == null || commission == null
            ? null
            : proceeds.minus(commission).minus(costInBase),
        unknown(disposal, isSale));
  }

  private static List<String> unknown(Disposal disposal, boolean isSale) {
    List<String> unknown = new ArrayList<>();
    if (disposal.cost() == null) {
      unknown.add("what %s sold had cost is not known".formatted(disposal.saleId()));
    }
    if (disposal.acquiredAt() == null) {
      unknown.add("when what %s sold was bought is not known".formatted(disposal.saleId()));
    }
    if (!isSale) {
      unknown.add("what %s took away was not sold".formatted(disposal.saleId()));
    }
    return unknown;
  }

  private TaxTotals totals() {
    return new TaxTotals(
        all.cost.value(),
        all.proceeds.value(),
        all.commission.value(),
        all.gain.value(),
        gains.value(),
        losses.value(),
        all.dividends.value(),
        all.withheld.value(),
        interestReceived.value(),
        interestPaid.value(),
        costs.value(),
        taxes.value());
  }

  /** What belongs to one security, or to all. */
  private static final class Sums {
    private final BaseSum cost;
    private final BaseSum proceeds;
    private final BaseSum commission;
    private final BaseSum gain;
    private final BaseSum dividends;
    private final BaseSum withheld;
    private Quantity sold = Quantity.ZERO;

    Sums(Currency base) {
      this.cost = new BaseSum(base);
      this.proceeds = new BaseSum(base);
      this.commission = new BaseSum(base);
      this.gain = new BaseSum(base);
      this.dividends = new BaseSum(base);
      this.withheld = new BaseSum(base);
    }

    void add(TaxSale sale) {
      sold = sold.plus(sale.quantity());
      cost.add(sale.costInBase());
      proceeds.add(sale.proceedsInBase());
      commission.add(sale.commissionInBase());
      gain.add(sale.gainInBase());
    }

    TaxSecurity security(Isin isin) {
      return new TaxSecurity(
          isin,
          sold,
          cost.value(),
          proceeds.value(),
          commission.value(),
          gain.value(),
          dividends.value(),
          withheld.value());
    }
  }
}
