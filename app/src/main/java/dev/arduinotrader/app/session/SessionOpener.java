package dev.arduinotrader.app.session;

import dev.arduinotrader.kernel.result.Result;

/** Gives a command its services. */
public interface SessionOpener {
  /** Whether a command changes anything. */
  enum Access {
    READ,
    CHANGE
  }

  /** Opens a session; the caller closes it. UNAVAILABLE when a running system cannot be reached. */
  Result<Session> open(SessionOptions options, Access access);
}
