package dev.arduinotrader.bench;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.Measure;
import dev.arduinotrader.portfolio.Performance;
import dev.arduinotrader.portfolio.PerformanceQuery;
import dev.arduinotrader.portfolio.PortfolioModule;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.universe.FakeUniverse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Ten years of daily performance of 100 positions, half of them in another currency. */
public final class PerformanceBenchmark {
  private static final int SECURITIES = 100;
  private static final int RUNS = 30;
  private static final LocalDate FIRST = LocalDate.of(2016, 5, 30);
  private static final LocalDate LAST = LocalDate.of(2026, 5, 30);
  private static final CallContext CONTEXT =
      new CallContext(
          AccountId.of("bench-1"),
          "bench",
          RequestId.of("req-bench"),
          Deadline.after(Duration.ofHours(1)),
          Instant.parse("2026-06-01T12:00:00Z"));

  private PerformanceBenchmark() {}

  /**
   * Runs all measurements and prints them.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws Exception {
    Machine.describe();
    FakeUniverse universe = new FakeUniverse();
    List<Isin> isins = new ArrayList<>();
    for (int i = 0; i < SECURITIES; i++) {
      Isin isin = Isin.privateCode("XNAS", "S" + i);
      isins.add(isin);
      universe.with(FakeUniverse.stock(isin.value(), "S" + i, i % 2 == 0 ? "EUR" : "USD"));
      universe.closes(isin, closes(i));
    }
    for (LocalDate day = FIRST.minusDays(9); !day.isAfter(LAST); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() < 6) {
        Instant known = day.atTime(14, 0).toInstant(ZoneOffset.UTC);
        universe.rate(Currency.EUR, Currency.USD, "1." + (day.toEpochDay() % 20 + 10), known);
      }
    }
    Path folder = Files.createTempDirectory("trader-bench-performance");
    try (PortfolioModule module = PortfolioModule.open(folder, universe, SystemClock.system())) {
      book(module.local(), isins);
      measure(module.local(), "ten years of daily performance, 100 positions", isins.subList(0, 0));
      measure(module.local(), "the same against 100 securities, attributed", isins);
    }
  }

  /** Weekdays from before the period on, in waves of their own. */
  private static PriceSeries closes(int security) {
    List<LocalDate> days =
        FIRST
            .minusDays(9)
            .datesUntil(LAST.plusDays(1))
            .filter(day -> day.getDayOfWeek().getValue() < 6)
            .toList();
    return PriceSeries.of(
        PriceBasis.RAW,
        days.stream().mapToInt(day -> (int) day.toEpochDay()).toArray(),
        days.stream()
            .mapToDouble(day -> 100 + 20 * Math.sin(day.toEpochDay() / 90.0 + security))
            .toArray());
  }

  /** 1,000 entries: deposits, purchases all the time, later a sale between them. */
  private static void book(PortfolioService service, List<Isin> isins) {
    service
        .createAccount(
            CONTEXT,
            new CreateAccount(
                CommandId.of("open"), CONTEXT.account(), Currency.EUR, "paper", Environment.PAPER))
        .orElseThrow();
    List<BrokerMovement> movements = new ArrayList<>();
    for (int number = 1; number <= 1_000; number++) {
      movements.add(movement(number, isins));
    }
    service.bookExecutions(CONTEXT, new Booking(1, movements)).orElseThrow();
  }

  private static BrokerMovement movement(int number, List<Isin> isins) {
    Instant at = FIRST.atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(number * 300_000L);
    if (number % 10 == 1) {
      return new BrokerMovement.CashFlow(
          number, "b-" + number, at, CashFlowKind.DEPOSIT, Money.of("20000", Currency.EUR), "");
    }
    boolean sale = number > 200 && number % 4 == 0;
    String unit = number % 2 == 0 ? "EUR" : "USD";
    Price price = Price.of("100." + number % 10, QuoteUnit.of(unit));
    Quantity quantity = Quantity.of(sale ? 3 : 10);
    return new BrokerMovement.Execution(
        number,
        "b-" + number,
        at,
        ClientOrderId.of("o-" + number),
        isins.get(number % isins.size()),
        sale ? Side.SELL : Side.BUY,
        quantity,
        price,
        price.times(quantity),
        Money.of("1.00", Currency.EUR));
  }

  private static void measure(PortfolioService service, String name, List<Isin> benchmark) {
    PerformanceQuery query =
        new PerformanceQuery(
            FIRST,
            LAST,
            benchmark.stream()
                .map(isin -> new PerformanceQuery.BenchmarkPart(isin, 1.0 / SECURITIES))
                .toList(),
            0);
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      Performance performance = service.getPerformance(CONTEXT, query).orElseThrow();
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (performance.figure(Measure.TIME_WEIGHTED_RETURN).value() == null) {
        throw new IllegalStateException(performance.figure(Measure.TIME_WEIGHTED_RETURN).reason());
      }
    }
    System.out.println(new Figures(name, "ms", millis));
  }
}
