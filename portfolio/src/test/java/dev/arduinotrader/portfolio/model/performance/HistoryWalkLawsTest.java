package dev.arduinotrader.portfolio.model.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.MovementsOf;
import dev.arduinotrader.portfolio.model.Books;
import dev.arduinotrader.portfolio.model.RandomHistory;
import dev.arduinotrader.portfolio.model.performance.MarketHistory.Closes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Laws of days that are followed from entries, on random histories; a failure names its seed. */
class HistoryWalkLawsTest {
  private static final int HISTORIES = 60;
  private static final int ENTRIES = 200;
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2023, 1, 10);
  private static final Offset<Double> EXACT = within(1e-6);

  /** A market on which everything is worth 1, so that values are units. */
  private static MarketHistory flat(Collection<Isin> isins, Collection<Currency> currencies) {
    int day = (int) FIRST.minusDays(9).toEpochDay();
    SortedMap<Isin, Closes> closes = new TreeMap<>();
    for (Isin isin : isins) {
      PriceSeries series = PriceSeries.of(PriceBasis.RAW, new int[] {day}, new double[] {1});
      closes.put(isin, new Closes(QuoteUnit.of("EUR"), series));
    }
    SortedMap<Currency, NavigableMap<LocalDate, Double>> rates = new TreeMap<>();
    for (Currency currency : currencies) {
      rates.put(currency, new TreeMap<>(Map.of(LocalDate.ofEpochDay(day), 1.0)));
    }
    return new MarketHistory(Currency.EUR, closes, rates);
  }

  @Test
  void everyDayHoldsWhatTheBooksHoldAndNothingMovesOutOfNowhere() {
    for (long seed = 1; seed <= HISTORIES; seed++) {
      List<BrokerMovement> history = new RandomHistory(seed).next(ENTRIES);
      Books all = Books.of(history);
      MarketHistory market = flat(all.everHeld(), all.cash().keySet());
      List<WalkedDay> days = HistoryWalk.days(history, market, FIRST, LAST);
      assertThat(days).as("seed %d", seed).hasSize(10);
      for (WalkedDay day : days) {
        assertThat(day.unknown()).as("seed %d", seed).isEmpty();
        assertSameAsBooks(seed, history, day);
        assertThat(day.nodes().values().stream().mapToDouble(WalkedDay.NodeDay::moved).sum())
            .as("seed %d, what moved on %s", seed, day.date())
            .isCloseTo(0, EXACT);
      }
    }
  }

  /** What is taken back later was never there. */
  private static void assertSameAsBooks(long seed, List<BrokerMovement> history, WalkedDay day) {
    Books books =
        Books.of(
            Books.counting(history).stream()
                .filter(
                    movement ->
                        !movement.at().atZone(ZoneOffset.UTC).toLocalDate().isAfter(day.date()))
                .toList());
    SortedMap<String, Double> expected = new TreeMap<>();
    books.quantities().forEach((isin, units) -> expected.put(isin.value(), units.toDouble()));
    books
        .cash()
        .forEach((currency, cash) -> expected.put(currency.code(), cash.amount().doubleValue()));
    expected.values().removeIf(value -> value == 0);
    SortedMap<String, Double> found = new TreeMap<>();
    day.nodes().forEach((node, value) -> found.put(node.key(), value.value()));
    found.values().removeIf(value -> value == 0);
    assertThat(found.keySet()).as("seed %d, %s", seed, day.date()).isEqualTo(expected.keySet());
    expected.forEach(
        (key, value) ->
            assertThat(found.get(key))
                .as("seed %d, %s of %s", seed, day.date(), key)
                .isCloseTo(value, EXACT));
  }

  @Test
  void aSplitDoesNotChangeTheValueOfClosesThatHaveItWorkedIn() {
    Isin isin = MovementsOf.APPLE;
    List<BrokerMovement> history =
        List.of(
            MovementsOf.deposit(1, "1000", "EUR"),
            MovementsOf.buy(2, isin, "10", "100", "EUR", "0"),
            new LedgerEntry.CorporateAction(
                0,
                "split",
                MovementsOf.at(50),
                LedgerEntry.ActionKind.SPLIT,
                isin,
                Currency.EUR,
                List.of(new LedgerEntry.Leg(isin, Quantity.of(30), BigDecimal.ZERO)),
                MovementsOf.money("0", "EUR"),
                ""));
    PriceSeries adjusted =
        PriceSeries.of(
            PriceBasis.SPLIT_ADJUSTED, new int[] {(int) FIRST.toEpochDay()}, new double[] {25});
    MarketHistory market =
        new MarketHistory(
            Currency.EUR,
            new TreeMap<>(Map.of(isin, new Closes(QuoteUnit.of("EUR"), adjusted))),
            new TreeMap<>());
    assertThat(HistoryWalk.days(history, market, FIRST, LAST).stream().skip(1))
        .allSatisfy(day -> assertThat(day.value().value()).isCloseTo(1_000, EXACT));
  }
}
