package dev.arduinotrader.platform.guard;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.metrics.CallMethod;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One method of a service's interface.
 *
 * @param method what is called by its Java name
 * @param call what is called by its contract's name
 * @param sinkIndex which argument takes the parts of the answer, -1 when none does
 */
record GuardedMethod(Method method, CallMethod call, int sinkIndex) {
  private static final int NO_SINK = -1;

  static boolean hasShape(Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    return method.getReturnType() == Result.class
        && parameters.length > 0
        && parameters[0] == CallContext.class;
  }

  static GuardedMethod of(String service, Method method) {
    method.setAccessible(true);
    return new GuardedMethod(
        method,
        CallMethod.ofJava(service, method.getName()),
        Arrays.asList(method.getParameterTypes()).indexOf(ProgressSink.class));
  }

  boolean hasSink() {
    return sinkIndex != NO_SINK;
  }

  /** Calls the service; whatever it throws comes out as it was thrown. */
  Result<?> invoke(Object local, Object[] arguments) {
    try {
      return (Result<?>) method.invoke(local, arguments);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the guard may not call " + method, e);
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default ->
          new IllegalStateException("a service threw a checked exception", thrown);
    };
  }
}
