package dev.arduinotrader.platform.guard;

import dev.arduinotrader.platform.metrics.CallObserver;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Puts the rules of a remote call around a service in the same process: a deadline that holds even
 * when the service hangs, the concurrency limit, errors as results, numbers and log lines. Callers
 * see the same results as over gRPC.
 */
public final class LocalGuard {
  private LocalGuard() {}

  /**
   * The service behind its guard.
   *
   * <p>Every call runs on a thread of its own, which is interrupted when the caller stops waiting;
   * parts of a stream reach the sink on the caller's thread, and none after the call has returned.
   *
   * @param serviceInterface methods {@code Result<R> m(CallContext, ...)}, streams with one {@link
   *     dev.arduinotrader.platform.call.ProgressSink} among their arguments
   * @throws IllegalArgumentException when the interface has an abstract method of another shape
   */
  public static <S> S wrap(
      Class<S> serviceInterface, S local, GuardSettings settings, CallObserver... observers) {
    Object proxy =
        Proxy.newProxyInstance(
            serviceInterface.getClassLoader(),
            new Class<?>[] {serviceInterface},
            new GuardedCalls(serviceInterface, local, settings, List.of(observers)));
    return serviceInterface.cast(proxy);
  }
}
