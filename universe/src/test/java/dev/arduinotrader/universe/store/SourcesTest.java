package dev.arduinotrader.universe.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.ActionLeg;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.model.BarField;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.RecordedAction;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.StampedBars;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sources of one security, when their values were stored, and what they announce. */
class SourcesTest {
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Isin MICROSOFT = Isin.of("US5949181045");
  private static final Instant MONDAY = Instant.parse("2026-11-16T20:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T20:00:00Z");

  private Path directory;
  private SqlUniverseStore store;
  private int commands;

  @BeforeEach
  void open(@TempDir Path temporary) {
    directory = temporary;
    store = SqlUniverseStore.open(directory);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void change(Instant now, Consumer<UniverseStore.Change> work) {
    commands++;
    store
        .change(
            new UniverseStore.Command(
                AccountId.SHARED, CommandId.of("c-" + commands), "wish " + commands, now),
            Done.class,
            change -> {
              work.accept(change);
              return Result.success(Done.DONE);
            })
        .orElseThrow();
  }

  private static BarSeries series(String source, int firstDay, double... closes) {
    int[] days = new int[closes.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = firstDay + i;
    }
    return new BarSeries(PriceBasis.RAW, source, 1, Bars.ofCloses(days, closes));
  }

  @Test
  void keepsTheSeriesOfTwoSourcesAndReadsTheOneThatTheOwnerPutsFirst() {
    change(MONDAY, change -> change.putBars(APPLE, series("file:a.csv", 100, 1, 2)));
    change(MONDAY, change -> change.putBars(APPLE, series("yahoo", 100, 3, 4, 5)));
    change(MONDAY, change -> change.putBars(MICROSOFT, series("lean", 100, 6)));
    assertThat(store.sources(APPLE)).containsExactly("file", "yahoo");
    assertThat(store.bars(APPLE).orElseThrow().bars().closes()).containsExactly(1, 2);
    change(MONDAY, change -> change.order(new SourceRanking(List.of("tradernet", "yahoo"))));
    assertThat(store.sources(APPLE)).containsExactly("yahoo", "file");
    assertThat(store.bars(APPLE).orElseThrow().bars().closes()).containsExactly(3, 4, 5);
    assertThat(store.bars(MICROSOFT).orElseThrow().source()).isEqualTo("lean");
    store.close();
    store = SqlUniverseStore.open(directory);
    assertThat(store.ranking().names()).containsExactly("tradernet", "yahoo");
    assertThat(store.bars(APPLE).orElseThrow().source()).isEqualTo("yahoo");
    assertThat(store.allBars(APPLE, "file").orElseThrow().series().source())
        .isEqualTo("file:a.csv");
    assertThat(store.allBars(APPLE, "lean")).isEmpty();
  }

  @Test
  void knowsOfEachValueWhenItWasStored() {
    change(MONDAY, change -> change.putBars(APPLE, series("yahoo", 20_000, 1, 2, 3)));
    change(TUESDAY, change -> change.putBars(APPLE, series("yahoo", 20_000, 1, 2.5, 3, 4)));
    StampedBars bars = store.allBars(APPLE, "yahoo").orElseThrow();
    assertThat(List.of(0, 1, 2, 3))
        .map(i -> bars.storedAt(i).orElseThrow())
        .containsExactly(MONDAY, TUESDAY, MONDAY, TUESDAY);
  }

  @Test
  void keepsInMemoryWhatAChangeDoesNotTouch() {
    change(MONDAY, change -> change.putBars(APPLE, series("yahoo", 100, 1)));
    change(MONDAY, change -> change.putBars(MICROSOFT, series("yahoo", 100, 1)));
    BarSeries apple = store.bars(APPLE).orElseThrow();
    BarSeries microsoft = store.bars(MICROSOFT).orElseThrow();
    change(TUESDAY, change -> change.putBars(APPLE, series("yahoo", 100, 2)));
    assertThat(store.bars(MICROSOFT).orElseThrow()).isSameAs(microsoft);
    assertThat(store.bars(APPLE).orElseThrow()).isNotSameAs(apple);
    assertThat(store.bars(APPLE).orElseThrow().bars().closes()).containsExactly(2);
  }

  @Test
  void givesBackEveryKindOfCorporateActionAsItWasSaid() {
    LocalDate exDate = LocalDate.of(2026, 11, 16);
    LocalDate paid = LocalDate.of(2026, 12, 1);
    var said = new CorporateAction.Announcement("yahoo", MONDAY);
    List<ActionLeg> legs =
        List.of(
            new ActionLeg.Shares(MICROSOFT, new BigDecimal("0.25"), new BigDecimal("0.125")),
            new ActionLeg.Shares(MICROSOFT, BigDecimal.ONE, null),
            new ActionLeg.Cash(new BigDecimal("1.5"), Currency.USD));
    List<CorporateAction> actions =
        List.of(
            new CorporateAction.CashDividend(
                APPLE, exDate, exDate, paid, new BigDecimal("0.2350"), Currency.USD, said),
            new CorporateAction.Merger(APPLE, exDate, null, legs, said),
            new CorporateAction.SpinOff(APPLE, exDate, paid, legs, said),
            new CorporateAction.Split(APPLE, exDate, 7, 1, said));
    change(MONDAY, change -> actions.forEach(a -> change.putAction(new RecordedAction(a, false))));
    assertThat(store.actions(APPLE)).map(RecordedAction::action).isEqualTo(actions);
    var withdrawn =
        new RecordedAction(
            actions.getLast().announcedBy(new CorporateAction.Announcement("yahoo", TUESDAY)),
            true);
    change(TUESDAY, change -> change.putAction(withdrawn));
    assertThat(store.actions(APPLE)).hasSize(5).last().isEqualTo(withdrawn);
    assertThat(store.actions(MICROSOFT)).isEmpty();
  }

  @Test
  void readsAndContinuesWhatTheFirstVersionWrote(@TempDir Path old) {
    String url = "jdbc:sqlite:" + old.resolve("universe.db");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/platform", "classpath:db/universe")
        .target("1")
        .load()
        .migrate();
    Jdbi.create(url)
        .useHandle(
            handle -> {
              handle.execute(
                  "insert into series values (?, 'TOTAL_RETURN', 'file:p.csv', 3)", APPLE.value());
              handle.execute(
                  "insert into series_year values (?, 2024, ?, ?, null, null, null, null)",
                  APPLE.value(),
                  PackedNumbers.pack(new int[] {19_800, 19_801}),
                  PackedNumbers.pack(new double[] {1.5, 2.5}));
            });
    store.close();
    store = SqlUniverseStore.open(old);
    BarSeries read = store.bars(APPLE).orElseThrow();
    assertThat(read.bars().closes()).containsExactly(1.5, 2.5);
    assertThat(read.version()).isEqualTo(3);
    assertThat(store.sources(APPLE)).containsExactly("file");
    assertThat(store.allBars(APPLE, "file").orElseThrow().storedAt(1)).isEmpty();
    Bars longer =
        new Bars(
            new int[] {19_800, 19_801, 19_802},
            Map.of(BarField.CLOSE, new double[] {1.5, 2.5, 3.5}));
    change(
        MONDAY,
        change ->
            change.putBars(APPLE, new BarSeries(PriceBasis.TOTAL_RETURN, "file:q.csv", 3, longer)));
    StampedBars stamped = store.allBars(APPLE, "file").orElseThrow();
    assertThat(stamped.storedAt(0)).isEmpty();
    assertThat(stamped.storedAt(2)).contains(MONDAY);
  }
}
