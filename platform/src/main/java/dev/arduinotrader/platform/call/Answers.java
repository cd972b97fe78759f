package dev.arduinotrader.platform.call;

import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.ProblemException;
import dev.arduinotrader.kernel.result.Result;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a service does into a result; the border between services and their callers. */
public final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  /**
   * The service's own result; the problem of a {@link ProblemException}; INTERNAL for every other
   * exception, which is logged here and nowhere else.
   */
  public static <R> Result<R> of(RequestId requestId, Supplier<Result<R>> call) {
    try {
      return call.get();
    } catch (ProblemException e) {
      return Result.failure(e.problem());
    } catch (RuntimeException | Error e) {
      LOG.atError()
          .addKeyValue("request_id", requestId)
          .setCause(e)
          .log("a call failed with a fault of the program");
      return CommonReason.INTERNAL.failure(
          "the service met a fault of its own (" + e.getClass().getSimpleName() + "); see its log");
    }
  }
}
