package dev.arduinotrader.universe.sources;

import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.RetryPolicy;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.brokers.wire.WireRequest;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.SourceReason;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Daily bars, dividends, splits and dated facts from JSON of Yahoo's kind. */
final class YahooChartSource implements MarketDataSource {
  static final URI DEFAULT_BASE = URI.create("https://query1.finance.yahoo.com");

  /** Simple clients are turned away. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "User-Agent",
          "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0",
          "Accept",
          "application/json");

  private final String name;
  private final URI base;
  private final PacedWire wire;
  private final Duration timeout;
  private final Function<Security, java.util.Optional<String>> symbols;
  private final TraderClock clock;

  /**
   * @param timeout for one attempt
   */
  YahooChartSource(
      String name,
      URI base,
      PacedWire wire,
      Duration timeout,
      Function<Security, java.util.Optional<String>> symbols,
      TraderClock clock) {
    this.clock = clock;
    this.name = name;
    this.base = base;
    this.wire = wire;
    this.timeout = timeout;
    this.symbols = symbols;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<SourceAbility> abilities() {
    return Set.of(
        SourceAbility.DAILY_BARS, SourceAbility.DIVIDENDS_AND_SPLITS, SourceAbility.FUNDAMENTALS);
  }

  @Override
  public Result<SourceBars> fetchBars(Security security, LocalDate from, LocalDate to) {
    return symbols
        .apply(security)
        .map(symbol -> fetch(security, symbol, from, to))
        .orElseGet(() -> noSymbol(security));
  }

  private <T> Result<T> noSymbol(Security security) {
    return SourceReason.SOURCE_NO_SYMBOL.failure(
        "no ticker at %s follows from %s at %s"
            .formatted(name, security.symbol(), security.exchange()));
  }

  @Override
  public Result<SourceFacts> fetchFundamentals(Security security) {
    return symbols
        .apply(security)
        .map(symbol -> summary(security, symbol))
        .orElseGet(() -> noSymbol(security));
  }

  private Result<SourceFacts> summary(Security security, String symbol) {
    URI address =
        URI.create(
            "%s/v10/finance/quoteSummary/%s?modules=%s"
                .formatted(
                    base,
                    URLEncoder.encode(symbol, StandardCharsets.UTF_8),
                    URLEncoder.encode(YahooSummaryAnswer.MODULES, StandardCharsets.UTF_8)));
    WireRequest request = WireRequest.get("the summary of " + symbol, address, HEADERS, timeout);
    return noData(wire.send(request, RetryPolicy.READS))
        .then(reply -> YahooSummaryAnswer.read(name, security, reply.text(), clock.now()));
  }

  private Result<SourceBars> fetch(Security security, String symbol, LocalDate from, LocalDate to) {
    URI address =
        URI.create(
            "%s/v8/finance/chart/%s?period1=%d&period2=%d&interval=1d&events=div%%7Csplit"
                .formatted(
                    base,
                    URLEncoder.encode(symbol, StandardCharsets.UTF_8),
                    seconds(from.minusDays(1)),
                    seconds(to.plusDays(2))));
    WireRequest request = WireRequest.get("the chart of " + symbol, address, HEADERS, timeout);
    return noData(wire.send(request, RetryPolicy.READS))
        .then(reply -> YahooChartAnswer.read(symbol, reply.text()))
        .then(
            answer ->
                QuoteUnits.same(name, security, answer.currency())
                    .map(done -> new SourceBars(PriceBasis.SPLIT_ADJUSTED, answer.series())));
  }

  /** Not Found means that nobody there knows the ticker, which is no fault of the source. */
  private static Result<WireReply> noData(Result<WireReply> sent) {
    return sent instanceof Result.Failure<WireReply>(Problem problem)
            && problem.code().equals(WireReason.WIRE_REJECTED.name())
        ? SourceReason.SOURCE_NO_DATA.failure(problem.message())
        : sent;
  }

  private static long seconds(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}
