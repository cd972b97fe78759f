package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;

/**
 * The wish to change the mode.
 *
 * @param reason why, for people; may be empty
 * @param confirmation the account's id, typed by a person; only live needs it
 */
public record SetMode(CommandId commandId, Mode mode, String reason, String confirmation) {
  /** Without a reason and a confirmation. */
  public SetMode(CommandId commandId, Mode mode) {
    this(commandId, mode, "", "");
  }
}
