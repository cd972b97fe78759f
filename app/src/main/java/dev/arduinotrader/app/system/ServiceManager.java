package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;

/** What starts processes and starts them again when they no longer work, such as systemd. */
@FunctionalInterface
interface ServiceManager {
  /**
   * Tells how this process is.
   *
   * @param state as systemd's sd_notify has it, such as {@code READY=1}
   */
  Result<Done> tell(String state);
}
