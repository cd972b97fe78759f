package dev.arduinotrader.trading;

import java.util.List;

/**
 * Wishes to trade, to be carried out one after the other.
 *
 * @param commands 1 to 100, each with a command id of its own
 * @param stopOnError whether the rest is left undone once one was denied, rejected or refused, or
 *     its fate is unknown
 */
public record TradeBatch(List<TradeCommand> commands, boolean stopOnError) {
  public static final int COMMANDS_MAX = 100;

  public TradeBatch {
    commands = List.copyOf(commands);
  }
}
