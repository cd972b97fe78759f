package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.BatchResult;
import dev.arduinotrader.trading.BatchResult.Outcome;
import dev.arduinotrader.trading.TradeBatch;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradeQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trades a list of wishes, each through the same gate as every order. */
@Command(
    description = {
      "Trade a list, one by one: ID,BUY|SELL,SECURITY,QUANTITY[,LIMIT] a line, # for remarks.",
      "ID is yours and makes a repeat of the file harmless: the same ID is the same trade.",
      "Exit code 5 when any line was denied or not tried."
    })
final class TradeBatchCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /** An ID that is older than that is refused by trading itself. */
  private static final int SEARCHED = 1_000;

  private final Invocation invocation;

  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path file = Path.of("");

  @Option(names = "--go-on", description = "Try the rest, too, when one goes wrong.")
  private boolean goOn;

  TradeBatchCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.withSession(Access.CHANGE, this::execute);
  }

  private Result<Integer> execute(Session session) {
    return read()
        .then(lines -> BatchLines.commands(session, lines))
        .then(commands -> execute(session, commands))
        .map(
            result -> {
              invocation.print(result, this::print);
              return result.isGood() ? ExitCode.OK : ExitCode.REFUSED_FOR_SAFETY;
            });
  }

  private Result<List<String>> read() {
    try {
      return Result.success(Files.readAllLines(file));
    } catch (IOException e) {
      return Result.failure(Problem.invalid("FILE", "cannot read " + file + ": " + e));
    }
  }

  /** What the list asked for before is shown as it stands; the rest is tried. */
  private Result<BatchResult> execute(Session session, List<TradeCommand> commands) {
    return session
        .services()
        .trading()
        .getTradeHistory(session.context(TIMEOUT), new TradeQuery(SEARCHED))
        .then(page -> execute(session, commands, BatchRepeat.of(commands, page.trades())));
  }

  private Result<BatchResult> execute(
      Session session, List<TradeCommand> commands, BatchRepeat repeat) {
    if (!repeat.contradictions().isEmpty()) {
      return Result.failure(Problem.invalid(repeat.contradictions()));
    }
    if (repeat.rest().isEmpty() || (!goOn && !repeat.isGood())) {
      return Result.success(repeat.with(commands, List.of()));
    }
    return session
        .services()
        .trading()
        .batchExecuteTrades(session.context(TIMEOUT), new TradeBatch(repeat.rest(), !goOn))
        .map(result -> repeat.with(commands, result.outcomes()));
  }

  private void print(BatchResult result) {
    Table table = new Table("ID", "TRADE", "STATE", "ORDER", "NOTE");
    for (Outcome outcome : result.outcomes()) {
      List<String> row = new ArrayList<>(List.of(outcome.commandId().value()));
      switch (outcome) {
        case Outcome.Traded(var trade) ->
            row.addAll(
                List.of(
                    TradeFinder.brief(trade.tradeId()),
                    trade.state().name(),
                    "%s %s %s".formatted(trade.side(), trade.quantity(), trade.symbol()),
                    trade.message()));
        case Outcome.Refused(var id, var refusal) ->
            row.addAll(List.of("", "REFUSED", "", refusal.code() + ": " + refusal.message()));
        case Outcome.NotTried(var id) -> row.addAll(List.of("", "NOT TRIED", "", ""));
      }
      table.row(row.toArray(String[]::new));
    }
    invocation.console().print(table.render());
  }
}
