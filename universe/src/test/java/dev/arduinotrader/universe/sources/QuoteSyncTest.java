package dev.arduinotrader.universe.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.BestOrders;
import dev.arduinotrader.universe.FakeUniverse;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.SourceHealth;
import dev.arduinotrader.universe.SourceKind;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.SourceSetting;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Bars;
import dev.arduinotrader.universe.store.KnownQuote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuoteSyncTest {
  /** Half past eleven in New York, a Wednesday. */
  private static final Instant OPEN = Instant.parse("2026-03-04T16:30:00Z");

  private static final BestOrders ORDERS =
      new BestOrders(new BigDecimal("101.4"), new BigDecimal("101.6"));

  private static final Security APPLE = FakeUniverse.stock("US0378331005", "AAPL", "USD");
  private static final Security NVIDIA = FakeUniverse.stock("US67066G1040", "NVDA", "USD");

  private final MovedClock clock = new MovedClock(OPEN);

  /** Has quotes for those that it knows, or none when it is told to fail. */
  private final class Source implements MarketDataSource {
    private final String name;
    private final Map<Isin, String> prices = new TreeMap<>();
    private final List<List<Security>> asked = new ArrayList<>();
    private boolean failing;

    Source(String name) {
      this.name = name;
    }

    Source with(Security security, String price) {
      prices.put(security.isin(), price);
      return this;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<SourceAbility> abilities() {
      return Set.of(SourceAbility.QUOTES);
    }

    @Override
    public Result<SourceBars> fetchBars(Security security, LocalDate from, LocalDate to) {
      return SourceReason.SOURCE_CANNOT.failure("no bars here");
    }

    @Override
    public Result<List<SourceQuote>> fetchQuotes(List<Security> securities) {
      asked.add(securities);
      if (failing) {
        return SourceReason.SOURCE_BROKEN.failure("it is broken");
      }
      return Result.success(
          securities.stream()
              .filter(security -> prices.containsKey(security.isin()))
              .map(
                  security ->
                      new SourceQuote(
                          security.isin(),
                          new BigDecimal(prices.getOrDefault(security.isin(), "")),
                          clock.now(),
                          ORDERS))
              .toList());
    }
  }

  private SourceGuard guard(Source source) {
    SourceSetting setting =
        SourceSetting.of(source.name(), SourceKind.TRADERNET, "https://example.org");
    return new SourceGuard(source, setting, clock, SourceHealth.UNTRIED);
  }

  private QuoteSync run(Source... sources) {
    QuoteSync sync =
        new QuoteSync(
            List.of(sources).stream().map(this::guard).toList(),
            security -> Optional.of(closedAtHundred()),
            () -> Duration.ofMinutes(1));
    sync.run(List.of(APPLE, NVIDIA), clock.now());
    return sync;
  }

  private static BarSeries closedAtHundred() {
    int day = Math.toIntExact(LocalDate.of(2026, 3, 3).toEpochDay());
    return new BarSeries(
        PriceBasis.RAW, "file", 1, Bars.ofCloses(new int[] {day}, new double[] {100}));
  }

  @Test
  void asksTheNextSourceOnlyForWhatIsMissing() {
    Source first = new Source("first").with(APPLE, "101.5");
    Source second = new Source("second").with(APPLE, "99").with(NVIDIA, "120");
    assertThat(run(first, second).believed())
        .containsExactly(
            new KnownQuote(APPLE.isin(), new BigDecimal("101.5"), OPEN, "first", ORDERS),
            new KnownQuote(NVIDIA.isin(), new BigDecimal("120"), OPEN, "second", ORDERS));
    assertThat(second.asked).containsExactly(List.of(NVIDIA));
  }

  @Test
  void aLieByAHundredIsNotBelievedAndTheNextSourceIsAsked() {
    Source liar = new Source("liar").with(APPLE, "10000");
    Source honest = new Source("honest").with(APPLE, "100");
    QuoteSync sync = run(liar, honest);
    assertThat(sync.believed()).extracting(KnownQuote::source).containsExactly("honest");
    assertThat(sync.failures().getFirst()).contains("liar", "AAPL", "100 times it");
  }

  @Test
  void aSourceThatFailsIsNamedAndTheOthersCarryOn() {
    Source broken = new Source("broken");
    broken.failing = true;
    QuoteSync sync = run(broken, new Source("good").with(APPLE, "100"));
    assertThat(sync.believed()).hasSize(1);
    assertThat(sync.failures()).containsExactly("quotes from broken: it is broken");
  }

  @Test
  void asksNobodyWhileTheMarketIsClosed() {
    clock.moveTo(Instant.parse("2026-03-04T23:00:00Z"));
    Source source = new Source("first").with(APPLE, "100");
    assertThat(run(source).believed()).isEmpty();
    assertThat(source.asked).isEmpty();
  }

  @Test
  void withoutACloseNothingIsBelieved() {
    QuoteSync sync =
        new QuoteSync(
            List.of(guard(new Source("first").with(APPLE, "100"))),
            security -> Optional.empty(),
            () -> Duration.ofMinutes(1));
    sync.run(List.of(APPLE), OPEN);
    assertThat(sync.believed()).isEmpty();
    assertThat(sync.failures().getFirst()).contains("expected a daily close to compare it with");
  }
}
