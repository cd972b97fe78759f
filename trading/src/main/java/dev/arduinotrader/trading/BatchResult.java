package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.trading.TradeValidation.Finding;
import java.util.List;

/** What became of each wish of a batch, in their order. */
public record BatchResult(List<Outcome> outcomes) {
  public BatchResult {
    outcomes = List.copyOf(outcomes);
  }

  /** What became of one. */
  public sealed interface Outcome {
    CommandId commandId();

    /** There is a trade, which may be denied or rejected. */
    record Traded(Trade trade) implements Outcome {
      @Override
      public CommandId commandId() {
        return trade.commandId();
      }
    }

    /** The call was refused; there is no trade that we know of. */
    record Refused(CommandId commandId, Finding refusal) implements Outcome {}

    /** Not tried, because one before it went wrong. */
    record NotTried(CommandId commandId) implements Outcome {}
  }

  /** Whether every wish became a trade that was not denied, rejected or lost from sight. */
  public boolean isGood() {
    return outcomes.stream().noneMatch(BatchResult::isBad);
  }

  static boolean isBad(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Traded(Trade trade) ->
          switch (trade.state()) {
            case DENIED, REJECTED, UNKNOWN, CANCEL_UNKNOWN, ABSENT, EXPIRED -> true;
            case INTENDED,
                SENDING,
                ACCEPTED,
                PARTIALLY_FILLED,
                FILLED,
                CANCEL_REQUESTED,
                CANCELLED ->
                false;
          };
      case Outcome.Refused ignored -> true;
      case Outcome.NotTried ignored -> true;
    };
  }
}
