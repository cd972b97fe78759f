package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.sample.SampleVenues;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No answer contains anything that became known after the decision time, and none is taken back.
 */
class PointInTimeLawsTest {
  private static final long SEED = 20_230_525;
  private static final int ROUNDS = 300;
  private static final Instant START = Instant.parse("2023-05-01T00:00:00Z");
  private static final List<Currency> CURRENCIES =
      List.of(Currency.EUR, Currency.USD, Currency.GBP, Currency.of("JPY"));

  private final Random random = new Random(SEED);
  private UniverseModule module;
  private Path directory;

  @BeforeEach
  void open(@TempDir Path temporary) {
    directory = temporary;
    MigratedFile.copyTo(directory);
    module =
        UniverseModule.open(UniverseSettings.in(directory), MovedClock.at("2026-11-22T12:00:00Z"))
            .orElseThrow();
  }

  @AfterEach
  void close() {
    module.close();
  }

  private UniverseService universe(boolean imported) {
    if (imported) {
      importRandomPrices();
    }
    return module.local();
  }

  /** Sixty days of random prices with gaps, in three zones, with opens for one of them. */
  private void importRandomPrices() {
    Path folder = directory.resolve("prices");
    SmallMarket.write(folder, "securities.csv", SmallMarket.SECURITIES);
    StringBuilder prices = new StringBuilder("date,AAPL,SHEL.L,7203\n");
    StringBuilder microsoft = new StringBuilder("date,open,high,low,close\n");
    StringBuilder rates = new StringBuilder("Date,USD,GBP,JPY\n");
    for (int i = 0; i < 60; i++) {
      LocalDate date = LocalDate.of(2023, 4, 20).plusDays(i);
      prices.append(date).append(cell()).append(cell()).append(cell()).append('\n');
      microsoft.append(date).append(",1,9,1,").append(1 + random.nextInt(8)).append('\n');
      rates.append(date).append(cell()).append(cell()).append(cell()).append('\n');
    }
    SmallMarket.write(folder, "prices.csv", prices.toString());
    SmallMarket.write(folder, "msft.csv", microsoft.toString());
    SmallMarket.zip(folder, "eurofxref-hist.zip", "eurofxref-hist.csv", rates.toString());
    module
        .local()
        .importPrices(
            Contexts.at(START),
            new ImportRequest(SmallMarket.command("import"), folder.toString()),
            ProgressSink.ignoring())
        .orElseThrow();
  }

  private String cell() {
    return random.nextInt(5) == 0 ? "," : "," + (1 + random.nextInt(1000));
  }

  private Instant anInstant() {
    return START.plusMillis(random.nextLong(Duration.ofDays(45).toMillis()));
  }

  private Security aSecurity(UniverseService universe) {
    List<Security> all =
        universe.getUniverse(Contexts.at(START), UniverseQuery.first()).orElseThrow().securities();
    return all.get(random.nextInt(all.size()));
  }

  private static @Nullable SecurityHistory history(
      UniverseService universe, CallContext context, Isin isin, @Nullable Currency currency) {
    Collected<SecurityHistory> sink = new Collected<>();
    universe
        .getPriceHistories(context, new HistoryRequest(List.of(isin), 20_000, currency), sink)
        .orElseThrow();
    return sink.parts().isEmpty() ? null : sink.parts().getFirst();
  }

  private static Instant closeOf(Security security, LocalDate date) {
    return Venues.find(security.exchange())
        .or(
            () ->
                SampleVenues.all().stream()
                    .filter(venue -> venue.mic().equals(security.exchange()))
                    .findFirst())
        .orElseThrow()
        .closeAt(date.toEpochDay());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void showsNoBarBeforeItsCloseAndNeverTakesOneBack(boolean imported) {
    UniverseService universe = universe(imported);
    for (int round = 0; round < ROUNDS; round++) {
      Security security = aSecurity(universe);
      Currency unit = random.nextBoolean() ? null : CURRENCIES.get(random.nextInt(4));
      Instant now = anInstant();
      Instant later = now.plusSeconds(random.nextInt(20 * 86_400));
      SecurityHistory early = history(universe, Contexts.at(now), security.isin(), unit);
      SecurityHistory late = history(universe, Contexts.at(later), security.isin(), unit);
      assertThat(early != null && late == null).isFalse();
      if (early != null && late != null) {
        assertThat(closeOf(security, early.closes().date(early.closes().size() - 1)))
            .isBeforeOrEqualTo(now);
        int size = early.closes().size();
        assertThat(late.closes().epochDays()).startsWith(early.closes().epochDays());
        assertThat(java.util.Arrays.copyOf(late.closes().closes(), size))
            .isEqualTo(early.closes().closes());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void quotesNothingFromTheFutureAndTheSameFirstQuoteForEver(boolean imported) {
    UniverseService universe = universe(imported);
    for (int round = 0; round < ROUNDS; round++) {
      Isin isin = aSecurity(universe).isin();
      Instant now = anInstant();
      Instant after = now.minusSeconds(random.nextInt(3 * 86_400));
      QuoteRequest first = new QuoteRequest(List.of(new QuoteRequest.Question(isin, after)));
      List<Quote> latest =
          universe
              .getQuotes(Contexts.at(now), QuoteRequest.latest(List.of(isin)))
              .orElseThrow()
              .quotes();
      List<Quote> next = universe.getQuotes(Contexts.at(now), first).orElseThrow().quotes();
      assertThat(latest).allMatch(quote -> !quote.at().isAfter(now));
      assertThat(next)
          .allMatch(quote -> quote.at().isAfter(after))
          .allMatch(quote -> !quote.at().isAfter(now));
      if (!next.isEmpty()) {
        assertThat(latest).isNotEmpty();
        CallContext later = Contexts.at(now.plusSeconds(random.nextInt(10 * 86_400)));
        assertThat(universe.getQuotes(later, first).orElseThrow().quotes()).isEqualTo(next);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesNoRateFromTheFutureAndTheSameFirstRateForEver(boolean imported) {
    UniverseService universe = universe(imported);
    for (int round = 0; round < ROUNDS; round++) {
      Instant now = anInstant();
      Instant after = now.minusSeconds(random.nextInt(3 * 86_400));
      Currency base = CURRENCIES.get(random.nextInt(4));
      Currency quote = CURRENCIES.get((CURRENCIES.indexOf(base) + 1 + random.nextInt(3)) % 4);
      FxRequest latest = new FxRequest(base, List.of(quote), null);
      FxRequest first = new FxRequest(base, List.of(quote), after);
      List<FxRate> known = universe.getFxRates(Contexts.at(now), latest).orElseThrow().rates();
      List<FxRate> next = universe.getFxRates(Contexts.at(now), first).orElseThrow().rates();
      assertThat(known).allMatch(rate -> !rate.knownAt().isAfter(now));
      assertThat(next)
          .allMatch(rate -> rate.knownAt().isAfter(after))
          .allMatch(rate -> !rate.knownAt().isAfter(now));
      if (!next.isEmpty()) {
        CallContext later = Contexts.at(now.plusSeconds(random.nextInt(10 * 86_400)));
        assertThat(universe.getFxRates(later, first).orElseThrow().rates()).isEqualTo(next);
      }
    }
  }
}
