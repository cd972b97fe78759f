package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.model.Appraiser;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.Market;
import dev.arduinotrader.portfolio.model.Valuation;
import dev.arduinotrader.portfolio.store.PortfolioStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Values past days: those that are stored from the store, the others from ledger and market. */
final class DayValuer {
  private final PortfolioStore store;
  private final MarketReader market;
  private final DepositedMoney deposited;

  DayValuer(PortfolioStore store, MarketReader market, DepositedMoney deposited) {
    this.store = store;
    this.market = market;
    this.deposited = deposited;
  }

  static List<Fault> faults(ValuationQuery query, Instant decisionTime) {
    List<Fault> faults = new ArrayList<>();
    if (query.to().isBefore(query.from())
        || query.from().plusDays(ValuationQuery.DAYS_MAX).isBefore(query.to())) {
      faults.add(
          new Fault(
              "to",
              "expected %s or at most 400 days later, found %s"
                  .formatted(query.from(), query.to())));
    }
    if (end(query.to()).isAfter(decisionTime)) {
      faults.add(
          new Fault(
              "to",
              "expected a day that is over at %s, found %s".formatted(decisionTime, query.to())));
    }
    return faults;
  }

  private static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Result<DailyValuations> read(CallContext context, Account account, ValuationQuery query) {
    Map<LocalDate, DailyValuation> days = new TreeMap<>();
    if (!query.rebuild()) {
      store
          .valuations(account.accountId(), query.from(), query.to())
          .forEach(day -> days.put(day.day(), day));
    }
    List<BrokerMovement> movements = Books.ordered(store.movements(account.accountId()));
    List<DailyValuation> fresh = new ArrayList<>();
    for (LocalDate day = query.from(); !day.isAfter(query.to()); day = day.plusDays(1)) {
      if (days.containsKey(day)
          || movements.isEmpty()
          || !movements.getFirst().at().isBefore(end(day))) {
        continue;
      }
      switch (value(context, account.baseCurrency(), movements, day)) {
        case Result.Failure<DailyValuation>(var problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<DailyValuation>(DailyValuation valued) -> {
          days.put(day, valued);
          fresh.add(valued);
        }
      }
    }
    return fresh.isEmpty()
        ? Result.success(new DailyValuations(List.copyOf(days.values())))
        : store
            .keepValuations(account.accountId(), fresh, movements.size())
            .map(done -> new DailyValuations(List.copyOf(days.values())));
  }

  private Result<DailyValuation> value(
      CallContext context, Currency base, List<BrokerMovement> movements, LocalDate day) {
    Instant end = end(day);
    CallContext then = context.withDecisionTime(end.minus(1, ChronoUnit.MICROS));
    Books books =
        Books.of(movements.stream().filter(movement -> movement.at().isBefore(end)).toList());
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<BrokerMovement.CashFlow> flows =
        books.ownerFlows().stream().filter(flow -> !flow.at().isBefore(start)).toList();
    Set<Isin> held = books.quantities().keySet();
    return market
        .read(then, base, held::contains, held, Appraiser.currencies(books, OpenExposure.NONE))
        .then(
            seen ->
                deposited.sum(then, base, flows).map(paidIn -> valued(day, books, seen, paidIn)));
  }

  private static DailyValuation valued(
      LocalDate day, Books books, Market market, Optional<Money> paidIn) {
    Valuation valuation = Appraiser.appraise(books, OpenExposure.NONE, market);
    return new DailyValuation(
        day,
        valuation.cashInBase().orElse(null),
        valuation.holdingsInBase().orElse(null),
        paidIn.orElse(null),
        valuation.positions().stream()
            .map(
                position ->
                    new DailyValuation.DayPosition(
                        position.isin(), position.quantity(), position.valueInBase()))
            .toList(),
        valuation.unknown());
  }
}
