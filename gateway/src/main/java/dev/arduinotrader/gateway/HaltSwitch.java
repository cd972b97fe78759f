package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.TradingMode;
import dev.arduinotrader.trading.TradingService;

/** Stops all orders of an account, and lets them go again. */
public interface HaltSwitch {
  /** No order leaves until someone resumes. */
  Result<TradingMode> halt(CallContext context, HaltCommand command);

  /** Orders may leave again. */
  Result<TradingMode> resume(CallContext context, HaltCommand command);

  /** The stored latch of trading alone. */
  static HaltSwitch of(TradingService trading) {
    return new HaltSwitch() {
      @Override
      public Result<TradingMode> halt(CallContext context, HaltCommand command) {
        return trading.halt(context, command);
      }

      @Override
      public Result<TradingMode> resume(CallContext context, HaltCommand command) {
        return trading.resume(context, command);
      }
    };
  }
}
