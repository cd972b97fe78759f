package dev.arduinotrader.gateway.http;

import dev.arduinotrader.gateway.HttpSettings;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.time.TraderClock;
import io.avaje.jex.http.Context;
import java.time.Duration;

/** Makes the context of a service call out of an HTTP request. */
final class CallContexts {
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(30);

  private final HttpSettings settings;
  private final TraderClock clock;

  CallContexts(HttpSettings settings, TraderClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  CallContext forReading(Context context) {
    return of(context, READ_TIMEOUT);
  }

  CallContext forCommand(Context context) {
    return of(context, COMMAND_TIMEOUT);
  }

  private CallContext of(Context context, Duration timeout) {
    return new CallContext(
        settings.account(),
        settings.actor(),
        RequestGuard.requestId(context),
        Deadline.after(timeout),
        clock.now());
  }
}
