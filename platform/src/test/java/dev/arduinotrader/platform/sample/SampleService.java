package dev.arduinotrader.platform.sample;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.TraderService;

/** One question with one answer, one with a streamed answer. */
public interface SampleService extends TraderService {
  Result<String> ask(CallContext context, String question);

  /** Counts from 1 and gives the last number. */
  Result<Integer> count(CallContext context, int upTo, ProgressSink<Integer> numbers);
}
