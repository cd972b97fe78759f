package dev.arduinotrader.platform.alert;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;

/** A way to reach the household. */
public interface AlertChannel {
  /** Its name in the configuration. */
  String name();

  /**
   * Sends one message. ALERT_NOT_SENT when it surely or perhaps did not arrive; sending it again is
   * right then, with the same id.
   */
  Result<Done> send(AlertMessage message);
}
