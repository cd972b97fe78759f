package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeQuery;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Which trade a person means: by its id, or by the beginning of it. */
final class TradeFinder {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String PREFIX = "trade-";

  /** Lists show so many characters; it takes a million trades for two to begin alike. */
  private static final int SHOWN = 8;

  private static final int SEARCHED = 1_000;
  private static final int WHOLE = 24;

  private TradeFinder() {}

  /** What lists show of an id. */
  static String brief(String tradeId) {
    String id = tradeId.startsWith(PREFIX) ? tradeId.substring(PREFIX.length()) : tradeId;
    return id.length() <= SHOWN ? id : id.substring(0, SHOWN);
  }

  /** The id of the one trade meant; a beginning is looked for among the newest 1,000. */
  static Result<String> find(Session session, String typed) {
    String wanted = typed.startsWith(PREFIX) ? typed : PREFIX + typed;
    if (wanted.length() >= PREFIX.length() + WHOLE) {
      return Result.success(wanted);
    }
    return session
        .services()
        .trading()
        .getTradeHistory(session.context(TIMEOUT), new TradeQuery(SEARCHED))
        .then(
            page ->
                one(
                    typed,
                    page.trades().stream()
                        .filter(trade -> trade.tradeId().startsWith(wanted))
                        .toList()));
  }

  static Result<String> one(String typed, List<Trade> found) {
    if (found.size() == 1) {
      return Result.success(found.getFirst().tradeId());
    }
    String what =
        found.isEmpty()
            ? "no trade's id begins with '%s' among the newest %d\nMaybe see: trader trade list"
                .formatted(typed, SEARCHED)
            : "expected '%s' to mean one trade, found %s\nMaybe give more of its id."
                .formatted(
                    typed, found.stream().map(Trade::tradeId).collect(Collectors.joining(", ")));
    FailureKind kind = found.isEmpty() ? FailureKind.NOT_FOUND : FailureKind.FAILED_PRECONDITION;
    String code = found.isEmpty() ? "TRADE_NOT_FOUND" : "IDENTIFIER_AMBIGUOUS";
    return Result.failure(new Problem(kind, code, what, List.of()));
  }
}
