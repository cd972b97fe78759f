package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Security;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person types to say what to trade. */
final class TradeWish {
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Parameters(index = "0", paramLabel = "SECURITY", description = "ISIN, symbol or alias.")
  private String security = "";

  @Parameters(index = "1", paramLabel = "QUANTITY", description = "A whole number of lots.")
  private BigDecimal quantity = BigDecimal.ZERO;

  @Option(
      names = "--limit",
      paramLabel = "PRICE",
      description = "Buy at most, sell at least for this. Default: near the market.")
  private @Nullable BigDecimal limit;

  @Option(names = "--market", description = "Without any limit, where the broker takes that.")
  private boolean isMarket;

  @Option(
      names = "--time-in-force",
      paramLabel = "TIME",
      defaultValue = "GTC",
      description = "DAY, GTC, IOC or FOK, where the broker takes it. Default: GTC.")
  private TimeInForce timeInForce = TimeInForce.GTC;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "by hand",
      description = "Why, for the record.")
  private String reason = "by hand";

  /** The wish at the latest price; a failure when there is none. */
  Result<dev.arduinotrader.trading.TradeCommand> command(Session session, Side side) {
    return SecurityFinder.find(session, security)
        .then(found -> command(session, side, found.security()));
  }

  private Result<dev.arduinotrader.trading.TradeCommand> command(
      Session session, Side side, Security found) {
    if (quantity.signum() <= 0) {
      return Result.failure(
          Problem.invalid("QUANTITY", "expected a quantity above zero, found " + quantity));
    }
    return quote(session, found)
        .map(
            quote ->
                new dev.arduinotrader.trading.TradeCommand(
                    session.nextCommandId(),
                    found.isin(),
                    side,
                    new Quantity(quantity),
                    limit == null ? null : new Price(limit, found.quoteUnit()),
                    quote.price(),
                    reason,
                    "",
                    0,
                    isMarket ? OrderType.MARKET : OrderType.LIMIT,
                    timeInForce));
  }

  static Result<Quote> quote(Session session, Security found) {
    return session
        .services()
        .universe()
        .getQuotes(session.context(TIMEOUT), QuoteRequest.latest(List.of(found.isin())))
        .then(
            quotes ->
                quotes.quotes().isEmpty()
                    ? CommonReason.NOT_FOUND.failure("no price of " + found.symbol())
                    : Result.success(quotes.quotes().getFirst()));
  }
}
