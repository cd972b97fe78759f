package dev.arduinotrader.trading.broker;

import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;

/** The till of a broker with play money. */
public interface PaperCash {
  /**
   * Pays in (positive) or out (negative). Idempotent by the movement's id; NOT_ENOUGH_CASH when
   * there is less than what is to go out, COMMAND_REUSED for the same id with another amount.
   */
  Result<Done> move(CallContext context, String movementId, Money amount);
}
