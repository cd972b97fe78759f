package dev.arduinotrader.platform.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** An object with a service's interface that leaves every call to somebody else. */
public final class ServiceProxy implements InvocationHandler {
  private static final Object[] NO_ARGUMENTS = {};

  /** Who answers the calls. */
  @FunctionalInterface
  public interface Answering {
    /** Calls the method on whoever is meant; what that throws goes to the caller as it is. */
    @Nullable Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private final String name;
  private final Answering answering;

  private ServiceProxy(String name, Answering answering) {
    this.name = name;
    this.answering = answering;
  }

  /** The object; {@code name} is how it shows itself in texts. */
  public static <S> S of(Class<S> type, String name, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new ServiceProxy(name, answering)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? NO_ARGUMENTS : arguments;
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == given[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> name;
      };
    }
    try {
      return answering.answer(method, given);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
