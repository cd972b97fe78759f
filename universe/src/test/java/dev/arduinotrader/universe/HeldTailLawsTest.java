package dev.arduinotrader.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.model.SeriesMerge;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.model.facts.FactValues;
import dev.arduinotrader.universe.model.facts.SecuritySheet;
import dev.arduinotrader.universe.store.SqlUniverseStore;
import dev.arduinotrader.universe.store.StoredMarket;
import dev.arduinotrader.universe.store.UniverseStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who joins new closes to those it holds sees at every moment what a fresh reader sees. */
class HeldTailLawsTest {
  private static final long SEED = 20_261_122;
  private static final int CHANGES = 400;
  private static final Isin ISIN = Isin.of("US0378331005");
  private static final List<String> SOURCES = List.of("file:a.csv", "file:b.csv", "lean", "yahoo");
  private static final List<PriceBasis> BASES = List.of(PriceBasis.RAW, PriceBasis.SPLIT_ADJUSTED);
  private static final int FIRST_DAY = (int) LocalDate.of(2026, 1, 5).toEpochDay();

  private final Random random = new Random(SEED);
  private final Map<HistoryRequest, SecurityHistory> held = new HashMap<>();
  private SqlUniverseStore store;
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private int commands;
  private int tails;

  @BeforeEach
  void open(@TempDir Path directory) {
    MigratedFile.copyTo(directory);
    store = SqlUniverseStore.open(directory);
    change(this::putSecurity);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void putSecurity(UniverseStore.Change change) {
    Security stock = FakeUniverse.stock(ISIN.value(), "S" + commands, "USD");
    change.put(SecuritySheet.empty(ISIN).offer(FactValues.of(stock), "file:x.csv", null));
  }

  private void change(Consumer<UniverseStore.Change> work) {
    now = now.plusSeconds(60);
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

  @Test
  void givesAHolderThatFetchesTailsTheSameAsAFreshReader() {
    for (int i = 0; i < CHANGES; i++) {
      String what = changeSomething();
      for (HistoryRequest request : requests()) {
        assertThat(throughHeld(request))
            .as("seed %d, change %d: %s, %s", SEED, i, what, request)
            .isEqualTo(shown(read(request)));
      }
    }
    assertThat(tails).isGreaterThan(CHANGES);
  }

  private static List<HistoryRequest> requests() {
    List<HistoryRequest> requests = new ArrayList<>();
    for (int barsMax : new int[] {7, 20_000}) {
      for (Currency currency : Arrays.asList(null, Currency.EUR)) {
        HistoryRequest stored = new HistoryRequest(List.of(ISIN), barsMax, currency);
        requests.add(stored);
        requests.add(stored.totalReturn());
      }
    }
    return requests;
  }

  private String changeSomething() {
    int choice = random.nextInt(20);
    if (choice < 12) {
      String source = SOURCES.get(random.nextInt(SOURCES.size()));
      change(change -> putBars(change, source));
      return "bars of " + source;
    }
    if (choice < 14) {
      List<String> names = new ArrayList<>(List.of("file", "lean", "yahoo"));
      Collections.shuffle(names, random);
      change(change -> change.order(new SourceRanking(names)));
      return "order " + names;
    }
    if (choice < 16) {
      change(this::putRates);
      return "rates";
    }
    if (choice < 19) {
      CorporateAction action = action();
      boolean withdrawn = random.nextInt(3) == 0;
      change(change -> announce(change, action, withdrawn));
      return action + (withdrawn ? " withdrawn" : "");
    }
    Isin other = Isin.privateCode("XNAS", "A" + commands);
    change(
        change -> {
          change.move(ISIN, other);
          putSecurity(change);
        });
    return "moved to " + other;
  }

  private void announce(UniverseStore.Change change, CorporateAction action, boolean withdrawn) {
    if (withdrawn) {
      ActionStoring.withdraw(change, action, now);
    } else {
      ActionStoring.put(change, List.of(action), now);
    }
  }

  /** Longer at the end, changed, begun later or earlier, or all of it anew in another basis. */
  private void putBars(UniverseStore.Change change, String source) {
    Optional<BarSeries> stored = change.bars(ISIN, SourceRanking.name(source));
    boolean anew = stored.isEmpty() || random.nextInt(4) == 0;
    int first = anew ? FIRST_DAY : stored.get().bars().lastDay() + 1;
    int length = anew ? 20 + random.nextInt(30) : 1 + random.nextInt(4);
    PriceBasis basis = anew ? BASES.get(random.nextInt(2)) : stored.get().basis();
    keep(
        SeriesMerge.merge(stored.orElse(null), basis, source, bars(first, length), now),
        series -> change.putBars(ISIN, series));
  }

  private void putRates(UniverseStore.Change change) {
    for (Currency currency : List.of(Currency.USD, Currency.GBP)) {
      BarSeries stored = change.rates(currency).orElse(null);
      int first = stored == null ? FIRST_DAY - 9 : FIRST_DAY + random.nextInt(40);
      int length = stored == null ? 150 : 1 + random.nextInt(3);
      keep(
          SeriesMerge.merge(stored, PriceBasis.RAW, "ECB", bars(first, length), now),
          series -> change.putRates(currency, series));
    }
  }

  private static void keep(SeriesMerge.Outcome outcome, Consumer<BarSeries> write) {
    if (outcome instanceof SeriesMerge.Outcome.Replaced(BarSeries series)) {
      write.accept(series);
    }
  }

  private Bars bars(int first, int length) {
    int[] days = new int[length];
    Arrays.setAll(days, i -> first + i);
    return Bars.ofCloses(days, random.doubles(length, 50, 100).toArray());
  }

  private CorporateAction action() {
    LocalDate exDate = LocalDate.ofEpochDay(FIRST_DAY + 10 * random.nextInt(6));
    var said = new CorporateAction.Announcement("yahoo", now);
    return random.nextBoolean()
        ? new CorporateAction.Split(ISIN, exDate, 2 + random.nextInt(2), 1, said)
        : new CorporateAction.CashDividend(
            ISIN,
            exDate,
            null,
            null,
            new BigDecimal("0." + (1 + random.nextInt(9))),
            random.nextBoolean() ? Currency.GBP : Currency.USD,
            said);
  }

  private @Nullable SecurityHistory read(HistoryRequest request) {
    return new HistoryReading(new StoredMarket(store), request, now).read(ISIN).history();
  }

  /** What a caller sees that fetches only what it does not hold. */
  private String throughHeld(HistoryRequest request) {
    SecurityHistory before = held.get(request);
    SecurityHistory answer = before == null ? read(request) : read(holding(request, before));
    if (answer != null && before != null && answer.continues()) {
      tails++;
      answer = joined(before, answer, request.barsMax());
    }
    if (answer != null) {
      held.put(request, answer);
    }
    return shown(answer);
  }

  private static HistoryRequest holding(HistoryRequest request, SecurityHistory before) {
    LocalDate last = before.closes().date(before.closes().size() - 1);
    return request.holding(List.of(new HeldHistory(ISIN, before.version(), last)));
  }

  private static SecurityHistory joined(SecurityHistory before, SecurityHistory tail, int barsMax) {
    PriceSeries old = before.closes();
    PriceSeries later = tail.closes();
    int[] days = Arrays.copyOf(old.epochDays(), old.size() + later.size());
    double[] closes = Arrays.copyOf(old.closes(), old.size() + later.size());
    System.arraycopy(later.epochDays(), 0, days, old.size(), later.size());
    System.arraycopy(later.closes(), 0, closes, old.size(), later.size());
    return new SecurityHistory(
        ISIN,
        tail.unit(),
        tail.version(),
        PriceSeries.of(later.basis(), days, closes).last(barsMax));
  }

  private static String shown(@Nullable SecurityHistory history) {
    return history == null
        ? "none"
        : history.unit()
            + history.closes().basis()
            + Arrays.toString(history.closes().epochDays())
            + Arrays.toString(history.closes().closes());
  }
}
