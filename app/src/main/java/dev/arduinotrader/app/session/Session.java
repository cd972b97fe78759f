package dev.arduinotrader.app.session;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.platform.call.CallContext;
import java.time.Duration;

/** What a command has in hand while it runs. */
public interface Session extends AutoCloseable {
  Services services();

  /** A fresh call for the chosen account, to be answered within this time. */
  CallContext context(Duration timeout);

  CommandId nextCommandId();

  @Override
  void close();
}
