package dev.arduinotrader.platform.event;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;

/** Where a service's WatchEvents reads from. */
public interface EventSource {
  /** See {@link dev.arduinotrader.platform.call.TraderService#watchEvents}. */
  Result<Done> watch(CallContext context, long afterSequence, ProgressSink<ServiceEvent> events);
}
