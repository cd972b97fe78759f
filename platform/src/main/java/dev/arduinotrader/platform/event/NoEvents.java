package dev.arduinotrader.platform.event;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;

/** The event source of a service that owns no state and so has nothing to tell. */
public final class NoEvents implements EventSource {
  @Override
  public Result<Done> watch(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return Result.success(Done.DONE);
  }
}
