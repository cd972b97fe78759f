package dev.arduinotrader.gateway;

import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.trading.Trade;
import java.time.Instant;
import java.util.List;

/**
 * What a cycle did.
 *
 * @param plans every plan that was made, in order; the last one is the reason why it ended
 * @param trades every trade that was started, in order
 * @param outcome how it ended
 * @param message the same in a sentence with the numbers
 */
public record CycleReport(
    String cycleId,
    Instant decisionTime,
    Instant startedAt,
    Instant finishedAt,
    boolean dryRun,
    List<Plan> plans,
    List<Trade> trades,
    Outcome outcome,
    String message) {
  public CycleReport {
    plans = List.copyOf(plans);
    trades = List.copyOf(trades);
  }

  /** How a cycle ends. */
  public enum Outcome {
    /** The best plan was to do nothing. */
    NOTHING_TO_DO,
    /** The first step of the best plan was not allowed out: mode, halt, autonomy or the gate. */
    HELD_BACK,
    /** The policy's number of trades per cycle was reached. */
    TRADES_MAX,
    /** It was only to plan. */
    DRY_RUN,
    /** It could not go on; what was started is shown. */
    FAILED
  }
}
