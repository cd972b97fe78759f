package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.BatchResult.Outcome;
import dev.arduinotrader.trading.TradeValidation.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Carries out the wishes of a batch one by one, each through the same way as a single one. */
final class BatchTrading {
  private BatchTrading() {}

  /** Every fault of the batch at once, before anything of it is done. */
  static Result<BatchResult> execute(
      TradeBatch batch, Function<TradeCommand, Result<Trade>> execute) {
    List<Problem> problems = problems(batch);
    if (!problems.isEmpty()) {
      return Result.failure(problems.getFirst());
    }
    List<Outcome> outcomes = new ArrayList<>();
    boolean stopped = false;
    for (TradeCommand command : batch.commands()) {
      Outcome outcome =
          stopped
              ? new Outcome.NotTried(command.commandId())
              : outcome(command.commandId(), execute.apply(command));
      stopped |= batch.stopOnError() && BatchResult.isBad(outcome);
      outcomes.add(outcome);
    }
    return Result.success(new BatchResult(outcomes));
  }

  private static Outcome outcome(CommandId id, Result<Trade> result) {
    return switch (result) {
      case Result.Success<Trade>(Trade trade) -> new Outcome.Traded(trade);
      case Result.Failure<Trade>(Problem problem) ->
          new Outcome.Refused(id, new Finding(problem.code(), problem.message()));
    };
  }

  private static List<Problem> problems(TradeBatch batch) {
    List<Problem> problems = new ArrayList<>();
    int size = batch.commands().size();
    if (size < 1 || size > TradeBatch.COMMANDS_MAX) {
      problems.add(
          Problem.invalid(
              "trades", "expected 1 to " + TradeBatch.COMMANDS_MAX + " trades, found " + size));
    }
    Set<CommandId> seen = new HashSet<>();
    List<String> repeated =
        batch.commands().stream()
            .map(TradeCommand::commandId)
            .filter(id -> !seen.add(id))
            .map(CommandId::value)
            .toList();
    if (!repeated.isEmpty()) {
      problems.add(
          Problem.invalid(
              "trades",
              "expected a command id of its own for each trade, found twice " + repeated));
    }
    return problems;
  }
}
