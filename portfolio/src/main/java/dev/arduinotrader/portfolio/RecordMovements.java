package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.CommandId;
import java.util.List;

/**
 * Movements that a person types or imports from a file.
 *
 * @param movements 1 to 10,000 in any order, each with the sequence 0 and an id of its own
 * @param dryRun only say what is wrong
 */
public record RecordMovements(CommandId commandId, List<BrokerMovement> movements, boolean dryRun) {
  public static final int MOVEMENTS_MAX = 10_000;

  public RecordMovements {
    movements = List.copyOf(movements);
  }
}
