package dev.arduinotrader.universe.sources;

import dev.arduinotrader.brokers.tradernet.TradernetCandle;
import dev.arduinotrader.brokers.tradernet.TradernetCandles;
import dev.arduinotrader.brokers.tradernet.TradernetMarketData;
import dev.arduinotrader.brokers.tradernet.TradernetQuote;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.BestOrders;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.model.raw.RawBar;
import dev.arduinotrader.universe.model.raw.RawSeries;
import dev.arduinotrader.universe.model.raw.RawTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Candles and quotes of Tradernet. Its candles carry no dividends, and splits are taken to be
 * worked in; the check for restated pasts notices a new one.
 */
final class TradernetSource implements MarketDataSource {
  private static final ZoneOffset MOSCOW = ZoneOffset.ofHours(3);

  private final String name;
  private final TradernetMarketData data;
  private final TraderClock clock;
  private final Function<Security, Optional<String>> symbols;

  TradernetSource(
      String name,
      TradernetMarketData data,
      TraderClock clock,
      Function<Security, Optional<String>> symbols) {
    this.name = name;
    this.data = data;
    this.clock = clock;
    this.symbols = symbols;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<SourceAbility> abilities() {
    return Set.of(SourceAbility.DAILY_BARS, SourceAbility.QUOTES);
  }

  @Override
  public Result<SourceBars> fetchBars(Security security, LocalDate from, LocalDate to) {
    return symbols
        .apply(security)
        .map(symbol -> data.dailyCandles(symbol, from, to).then(c -> bars(security, c)))
        .orElseGet(
            () ->
                SourceReason.SOURCE_NO_SYMBOL.failure(
                    "no symbol at %s follows from %s at %s\nMaybe give it the one used there."
                        .formatted(name, security.symbol(), security.exchange())));
  }

  private Result<SourceBars> bars(Security security, TradernetCandles candles) {
    if (candles.candles().isEmpty()) {
      return SourceReason.SOURCE_NO_DATA.failure(
          name + " has no candles of " + security.symbol() + " for these days");
    }
    List<RawBar> bars = candles.candles().stream().map(TradernetSource::bar).toList();
    return QuoteUnits.same(name, security, candles.currency())
        .map(done -> new SourceBars(PriceBasis.SPLIT_ADJUSTED, RawSeries.daily(bars)));
  }

  /** A daily candle starts at midnight of its date, in Moscow or in UTC: both are that day here. */
  private static RawBar bar(TradernetCandle candle) {
    return new RawBar(
        new RawTime.Day(LocalDate.ofInstant(candle.start(), MOSCOW)),
        candle.open(),
        candle.high(),
        candle.low(),
        candle.close(),
        Double.NaN,
        candle.volume(),
        Double.NaN,
        Double.NaN);
  }

  @Override
  public Result<List<SourceQuote>> fetchQuotes(List<Security> securities) {
    Map<String, Security> bySymbol = new LinkedHashMap<>();
    securities.forEach(s -> symbols.apply(s).ifPresent(symbol -> bySymbol.put(symbol, s)));
    List<String> wanted = List.copyOf(bySymbol.keySet());
    List<SourceQuote> quotes = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i += TradernetMarketData.QUOTES_MAX) {
      Result<List<TradernetQuote>> page =
          data.quotes(
              wanted.subList(i, Math.min(wanted.size(), i + TradernetMarketData.QUOTES_MAX)));
      switch (page) {
        case Result.Failure<List<TradernetQuote>>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<List<TradernetQuote>>(List<TradernetQuote> some) ->
            some.forEach(quote -> trusted(quote, bySymbol).ifPresent(quotes::add));
      }
    }
    return Result.success(quotes);
  }

  /** Only of the security that was meant: by its ISIN, where both are known, and its unit. */
  private Optional<SourceQuote> trusted(TradernetQuote quote, Map<String, Security> bySymbol) {
    Security security = bySymbol.get(quote.symbol());
    if (security == null || !QuoteUnits.same(name, security, quote.currency()).isSuccess()) {
      return Optional.empty();
    }
    boolean another =
        quote.isin() != null
            && !security.isin().isPrivate()
            && !quote.isin().equals(security.isin().value());
    return another
        ? Optional.empty()
        : Optional.of(
            new SourceQuote(
                security.isin(),
                quote.last(),
                clock.now(),
                new BestOrders(quote.bid(), quote.ask())));
  }
}
