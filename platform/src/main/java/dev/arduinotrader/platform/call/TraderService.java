package dev.arduinotrader.platform.call;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;

/** What all seven services answer. */
public interface TraderService {
  /** Checks what the service needs, now, and says what it found. */
  Result<ServiceHealth> healthCheck(CallContext context);

  /**
   * Sends every event after a sequence number, first those stored, then new ones as they come,
   * until the sink cancels or the deadline passes.
   *
   * @param afterSequence 0 for all
   */
  Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events);
}
