package dev.arduinotrader.platform.id;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.id.RequestId;

/** Makes fresh identities; the only thing that does. */
public interface Ids {
  /** A text of letters and digits that no earlier call gave, here or on another device. */
  String next();

  default RequestId nextRequestId() {
    return RequestId.of("req-" + next());
  }

  default CommandId nextCommandId() {
    return CommandId.of("cmd-" + next());
  }
}
