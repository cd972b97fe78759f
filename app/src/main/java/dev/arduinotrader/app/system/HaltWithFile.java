package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.HaltSwitch;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.TradingMode;
import dev.arduinotrader.trading.TradingService;
import java.nio.file.Path;

/** Halts by the file first, which works while trading hangs or is down, and then by the latch. */
final class HaltWithFile implements HaltSwitch {
  private final Path dataDirectory;
  private final TradingService trading;

  HaltWithFile(Path dataDirectory, TradingService trading) {
    this.dataDirectory = dataDirectory;
    this.trading = trading;
  }

  @Override
  public Result<TradingMode> halt(CallContext context, HaltCommand command) {
    HaltFile.write(dataDirectory, command.reason());
    return trading.halt(context, command);
  }

  @Override
  public Result<TradingMode> resume(CallContext context, HaltCommand command) {
    HaltFile.remove(dataDirectory);
    Result<TradingMode> resumed = trading.resume(context, command);
    if (!resumed.isSuccess()) {
      HaltFile.write(dataDirectory, "resume failed");
    }
    return resumed;
  }
}
