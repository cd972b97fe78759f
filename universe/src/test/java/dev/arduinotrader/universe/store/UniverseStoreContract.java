package dev.arduinotrader.universe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.universe.BestOrders;
import dev.arduinotrader.universe.SourceHealth;
import dev.arduinotrader.universe.SourceKind;
import dev.arduinotrader.universe.SourceSetting;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the store on whichever database. */
abstract class UniverseStoreContract {
  private static final Isin ISIN = Isin.of("US0378331005");

  private Databases databases;
  private SqlUniverseStore store;
  private int commands;

  /** An empty place for the store. */
  abstract Databases databases(Path directory);

  @BeforeEach
  void open(@TempDir Path temporary) {
    databases = databases(temporary);
    store = SqlUniverseStore.open(databases);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    store.close();
    store = SqlUniverseStore.open(databases);
  }

  private UniverseStore.Command command() {
    commands++;
    return new UniverseStore.Command(
        AccountId.SHARED, CommandId.of("c-" + commands), "wish " + commands, Instant.EPOCH);
  }

  private void change(Consumer<UniverseStore.Change> work) {
    store
        .change(
            command(),
            Done.class,
            change -> {
              work.accept(change);
              return Result.success(Done.DONE);
            })
        .orElseThrow();
  }

  private static BarSeries randomSeries(Random random) {
    int size = 1 + random.nextInt(2000);
    int[] days = new int[size];
    int day = (int) LocalDate.of(1995, 12, 20).toEpochDay();
    Map<BarField, double[]> columns = new EnumMap<>(BarField.class);
    for (BarField field : BarField.values()) {
      if (field == BarField.CLOSE || random.nextBoolean()) {
        columns.put(field, random.doubles(size, 0.001, 1e6).toArray());
      }
    }
    for (int i = 0; i < size; i++) {
      day += 1 + random.nextInt(random.nextInt(40) == 0 ? 400 : 4);
      days[i] = day;
    }
    return new BarSeries(
        PriceBasis.SPLIT_ADJUSTED, "file:x.csv", 1 + random.nextInt(9), new Bars(days, columns));
  }

  @Test
  void givesBackTheLastQuoteAndTheFirstAfterAnInstantAndForgetsOldOnes() {
    Instant noon = Instant.parse("2026-03-04T12:00:00Z");
    KnownQuote early =
        new KnownQuote(
            ISIN,
            new BigDecimal("100.10"),
            noon,
            "a",
            new BestOrders(new BigDecimal("100.05"), null));
    KnownQuote late =
        new KnownQuote(ISIN, new BigDecimal("101"), noon.plusSeconds(60), "b", BestOrders.UNTOLD);
    change(
        change -> {
          change.put(early);
          change.put(late);
        });
    assertThat(store.latestQuote(ISIN, noon.plusSeconds(59))).contains(early);
    assertThat(store.latestQuote(ISIN, noon.minusSeconds(1))).isEmpty();
    assertThat(store.firstQuoteAfter(ISIN, noon, noon.plusSeconds(60))).contains(late);
    assertThat(store.firstQuoteAfter(ISIN, noon, noon.plusSeconds(59))).isEmpty();

    KnownQuote muchLater =
        new KnownQuote(
            ISIN, BigDecimal.ONE, noon.plus(Duration.ofDays(31)), "a", BestOrders.UNTOLD);
    change(change -> change.put(muchLater));
    assertThat(store.latestQuote(ISIN, noon.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void givesBackEverySeriesAsItWasPut() {
    Random random = new Random(42);
    for (int round = 0; round < 20; round++) {
      BarSeries series = randomSeries(random);
      change(change -> change.putBars(ISIN, series));
      change(change -> assertThat(change.bars(ISIN)).contains(series));
      BarSeries read = store.bars(ISIN).orElseThrow();
      assertThat(read.bars().epochDays()).isEqualTo(series.bars().epochDays());
      assertThat(read.bars().closes()).isEqualTo(series.bars().closes());
      assertThat(read.bars().column(BarField.OPEN)).isEqualTo(series.bars().column(BarField.OPEN));
      assertThat(read.version()).isEqualTo(series.version());
    }
  }

  @Test
  void keepsRatesApartFromPricesAndBothOverARestart() {
    BarSeries rates = randomSeries(new Random(1));
    BarSeries bars = randomSeries(new Random(2));
    change(change -> change.putRates(Currency.USD, rates));
    change(change -> change.putBars(ISIN, bars));
    reopen();
    assertThat(store.rates(Currency.USD).orElseThrow().bars().closes())
        .isEqualTo(rates.bars().closes());
    assertThat(store.bars(ISIN).orElseThrow().bars().closes()).isEqualTo(bars.bars().closes());
    assertThat(store.rates(Currency.GBP)).isEmpty();
  }

  @Test
  void takesEverythingBackWhenTheWorkFails() {
    BarSeries before = randomSeries(new Random(3));
    change(change -> change.putBars(ISIN, before));
    Result<Done> refused =
        store.change(
            command(),
            Done.class,
            change -> {
              change.putBars(ISIN, randomSeries(new Random(4)));
              change.choose(new MarketChoice.Imported());
              change.tell("X", "x", Map.of());
              return CommonReason.INVALID_ARGUMENT.failure("no");
            });
    assertThat(refused.isSuccess()).isFalse();
    assertThat(store.bars(ISIN).orElseThrow().bars().closes()).isEqualTo(before.bars().closes());
    assertThat(store.choice()).isEqualTo(new MarketChoice.Undecided());
  }

  @Test
  void remembersWhichMarketItServes() {
    MarketChoice.Sample sample =
        new MarketChoice.Sample(-5, Instant.parse("2026-11-22T12:00:00.123456Z"));
    change(change -> change.choose(sample));
    reopen();
    assertThat(store.choice()).isEqualTo(sample);
  }

  @Test
  void forgetsTheOldestSeriesWhenItsMemoryIsFull() {
    BoundedCache<BarSeries> cache = new BoundedCache<>(10, series -> series.bars().size());
    BarSeries six =
        new BarSeries(
            PriceBasis.RAW,
            "x",
            1,
            Bars.ofCloses(new int[] {1, 2, 3, 4, 5, 6}, new double[] {1, 1, 1, 1, 1, 1}));
    cache.put("a", six, cache.generation());
    assertThat(cache.get("a")).isPresent();
    cache.put("b", six, cache.generation());
    assertThat(cache.get("a")).isEmpty();
    assertThat(cache.get("b")).isPresent();
  }

  @Test
  void keepsNothingInMemoryThatWasReadBeforeAChange() {
    BoundedCache<BarSeries> cache = new BoundedCache<>(10, series -> series.bars().size());
    long before = cache.generation();
    cache.forget(Set.of());
    cache.put(
        "a",
        new BarSeries(PriceBasis.RAW, "x", 1, Bars.ofCloses(new int[] {1}, new double[] {1})),
        before);
    assertThat(cache.get("a")).isEmpty();
  }

  @Test
  void keepsSourcesWithTheirHealthAndHowFarTheyCame() {
    SourceSetting chart = SourceSetting.of("chart", SourceKind.YAHOO_CHART, null);
    SourceSetting broker =
        new SourceSetting(
            "broker",
            SourceKind.TRADERNET,
            "https://example.org/api",
            "env:A",
            "env:B",
            40,
            Duration.ofMillis(1_500));
    SourceStore.CursorKey key = new SourceStore.CursorKey(ISIN, "chart");
    SourceStore.Cursor cursor = new SourceStore.Cursor(20_000, Instant.EPOCH);
    change(
        change -> {
          change.sourceStore().put(List.of(broker, chart));
          change.sourceStore().put(key, new SourceStore.Cursor(19_000, Instant.EPOCH));
          change.sourceStore().put(key, cursor);
        });
    SourceHealth health =
        new SourceHealth(7, 2, 1, null, Instant.EPOCH.plusSeconds(9), "it was down", null);
    store.sourceStore().putHealth(Map.of("chart", SourceHealth.UNTRIED, "broker", health));
    store.sourceStore().putHealth(Map.of("chart", health));
    reopen();
    assertThat(store.sourceStore().settings()).containsExactly(broker, chart);
    assertThat(store.sourceStore().cursors()).containsExactly(Map.entry(key, cursor));
    assertThat(store.sourceStore().health())
        .containsOnly(Map.entry("chart", health), Map.entry("broker", health));
    change(change -> change.sourceStore().put(List.of(broker)));
    assertThat(store.sourceStore().cursors()).isEmpty();
    assertThat(store.sourceStore().health()).containsOnlyKeys("broker");
  }
}
