package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.trading.BatchResult;
import dev.arduinotrader.trading.BatchResult.Outcome;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A list of wishes against the trades that there are: prices go on, so a wish of the same id with
 * the same content is the same wish whatever it was reckoned at.
 *
 * @param done by their command ids
 * @param rest what there is no trade of
 * @param contradictions ids that meant something else before
 */
record BatchRepeat(
    Map<CommandId, Outcome> done, List<TradeCommand> rest, List<Fault> contradictions) {
  static BatchRepeat of(List<TradeCommand> commands, List<Trade> trades) {
    Map<CommandId, Trade> known = new HashMap<>();
    trades.forEach(trade -> known.put(trade.commandId(), trade));
    Map<CommandId, Outcome> done = new HashMap<>();
    List<TradeCommand> rest = new ArrayList<>();
    List<Fault> contradictions = new ArrayList<>();
    for (TradeCommand command : commands) {
      Trade trade = known.get(command.commandId());
      if (trade == null) {
        rest.add(command);
      } else if (isSame(command, trade)) {
        done.put(command.commandId(), new Outcome.Traded(trade));
      } else {
        contradictions.add(
            new Fault(
                command.commandId().value(),
                "this ID was given before to %s %s %s (trade %s)"
                    .formatted(trade.side(), trade.quantity(), trade.symbol(), trade.tradeId())));
      }
    }
    return new BatchRepeat(done, rest, contradictions);
  }

  private static boolean isSame(TradeCommand command, Trade trade) {
    return command.isin().equals(trade.isin())
        && command.side() == trade.side()
        && command.quantity().equals(trade.quantity())
        && Objects.equals(command.limit(), trade.limit())
        && command.type() == trade.type()
        && command.timeInForce() == trade.timeInForce();
  }

  boolean isGood() {
    return new BatchResult(List.copyOf(done.values())).isGood();
  }

  /** The outcomes of all wishes in their order. */
  BatchResult with(List<TradeCommand> commands, List<Outcome> tried) {
    Map<CommandId, Outcome> all = new HashMap<>(done);
    tried.forEach(outcome -> all.put(outcome.commandId(), outcome));
    return new BatchResult(
        commands.stream()
            .map(
                command ->
                    all.getOrDefault(
                        command.commandId(), new Outcome.NotTried(command.commandId())))
            .toList());
  }
}
