package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.universe.Security;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a list of wishes; one fault refuses the whole list, naming every fault. */
final class BatchLines {
  private static final int FIELDS_MIN = 4;
  private static final int FIELDS_MAX = 5;

  private BatchLines() {}

  /**
   * One line.
   *
   * @param limit null to have it derived from the market
   */
  record Line(
      CommandId id, Side side, String security, Quantity quantity, @Nullable BigDecimal limit) {}

  /** The wishes at the latest prices. */
  static Result<List<TradeCommand>> commands(Session session, List<String> texts) {
    return parse(texts)
        .then(
            lines -> {
              List<TradeCommand> commands = new ArrayList<>();
              List<Fault> faults = new ArrayList<>();
              for (Line line : lines) {
                switch (command(session, line)) {
                  case Result.Success<TradeCommand>(TradeCommand command) -> commands.add(command);
                  case Result.Failure<TradeCommand>(Problem problem) ->
                      faults.add(new Fault(line.id().value(), problem.message()));
                }
              }
              return faults.isEmpty()
                  ? Result.success(commands)
                  : Result.failure(Problem.invalid(faults));
            });
  }

  /** What the texts say; lines that are empty or begin with # say nothing. */
  static Result<List<Line>> parse(List<String> texts) {
    List<Line> lines = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int number = 1; number <= texts.size(); number++) {
      String text = texts.get(number - 1).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        try {
          lines.add(line(text));
        } catch (IllegalArgumentException e) {
          faults.add(new Fault("line " + number, String.valueOf(e.getMessage())));
        }
      }
    }
    return faults.isEmpty() ? Result.success(lines) : Result.failure(Problem.invalid(faults));
  }

  private static Line line(String text) {
    List<String> fields = List.of(text.split(",", -1)).stream().map(String::strip).toList();
    if (fields.size() < FIELDS_MIN || fields.size() > FIELDS_MAX) {
      throw new IllegalArgumentException(
          "expected ID,BUY|SELL,SECURITY,QUANTITY[,LIMIT], found '" + text + "'");
    }
    String side = fields.get(1).toUpperCase(Locale.ROOT);
    if (!side.equals("BUY") && !side.equals("SELL")) {
      throw new IllegalArgumentException("expected BUY or SELL, found '" + fields.get(1) + "'");
    }
    return new Line(
        CommandId.of(fields.getFirst()),
        Side.valueOf(side),
        fields.get(2),
        Quantity.of(fields.get(3)),
        fields.size() < FIELDS_MAX ? null : Decimals.parse(fields.get(FIELDS_MAX - 1)));
  }

  private static Result<TradeCommand> command(Session session, Line line) {
    return SecurityFinder.find(session, line.security())
        .then(found -> command(session, line, found.security()));
  }

  private static Result<TradeCommand> command(Session session, Line line, Security security) {
    BigDecimal limit = line.limit();
    return TradeWish.quote(session, security)
        .map(
            quote ->
                new TradeCommand(
                    line.id(),
                    security.isin(),
                    line.side(),
                    line.quantity(),
                    limit == null ? null : new Price(limit, security.quoteUnit()),
                    quote.price(),
                    "a list",
                    "",
                    0));
  }
}
