package dev.arduinotrader.platform.guard;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.metrics.ObservedCall;
import dev.arduinotrader.platform.trace.TraceContext;
import dev.arduinotrader.platform.trace.Tracing;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the guarded service does with each call. */
final class GuardedCalls implements InvocationHandler {
  private static final Object[] NO_ARGUMENTS = {};
  private static final Problem CALLERS_FAULT =
      CommonReason.CANCELLED.problem("the receiver of the answer failed");

  private final Class<?> serviceInterface;
  private final Object local;
  private final GuardSettings settings;
  private final List<CallObserver> observers;
  private final Map<Method, GuardedMethod> methods = new HashMap<>();

  GuardedCalls(
      Class<?> serviceInterface,
      Object local,
      GuardSettings settings,
      List<CallObserver> observers) {
    this.serviceInterface = serviceInterface;
    this.local = local;
    this.settings = settings;
    this.observers = observers;
    for (Method method : serviceInterface.getMethods()) {
      if (GuardedMethod.hasShape(method)) {
        methods.put(method, GuardedMethod.of(settings.service(), method));
      } else if (Modifier.isAbstract(method.getModifiers())) {
        throw new IllegalArgumentException(
            "expected methods such as Result<R> m(CallContext, Request), found " + method);
      }
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? NO_ARGUMENTS : arguments;
    GuardedMethod guarded = methods.get(method);
    if (guarded != null) {
      return call(guarded, given);
    }
    if (method.getDeclaringClass() == Object.class) {
      return identity(proxy, method, given);
    }
    return InvocationHandler.invokeDefault(proxy, method, given);
  }

  private Object identity(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "guarded " + serviceInterface.getSimpleName();
    };
  }

  private Result<?> call(GuardedMethod method, Object[] arguments) {
    CallContext context = ((CallContext) arguments[0]).within(settings.timeout());
    if (context.deadline().isExpired()) {
      return CommonReason.DEADLINE_EXCEEDED.failure(
          "the deadline had passed before " + method.call().fullName() + " was called");
    }
    TraceContext trace = Tracing.next(context.requestId().value());
    ObservedCall observed =
        ObservedCall.start(
            new CallInfo(
                CallSide.LOCAL, method.call(), context.requestId().value(), 1, trace, null),
            observers);
    Result<?> result = null;
    try {
      result = limited(method, arguments, context, trace, observed);
      return result;
    } finally {
      observed.end(result == null ? CALLERS_FAULT : problem(result));
    }
  }

  private Result<?> limited(
      GuardedMethod method,
      Object[] arguments,
      CallContext context,
      TraceContext trace,
      ObservedCall observed) {
    Optional<ConcurrencyLimit.Permit> permit = settings.limit().tryAcquire(method.call());
    return permit.isEmpty()
        ? Result.failure(settings.limit().refusal(method.call()))
        : new LocalCall(method, context, trace, sink(method, arguments), observed)
            .run(local, arguments, permit.get());
  }

  private static @Nullable Problem problem(Result<?> result) {
    return switch (result) {
      case Result.Success<?> success -> null;
      case Result.Failure<?>(Problem problem) -> problem;
    };
  }

  // The interface's signature says which parts the sink takes; the proxy only passes them on.
  @SuppressWarnings("unchecked")
  private static ProgressSink<Object> sink(GuardedMethod method, Object[] arguments) {
    return method.hasSink()
        ? (ProgressSink<Object>) arguments[method.sinkIndex()]
        : ProgressSink.ignoring();
  }
}
