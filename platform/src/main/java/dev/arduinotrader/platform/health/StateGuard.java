package dev.arduinotrader.platform.health;

import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.guard.ServiceProxy;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Keeps a process with an older deployment epoch from writing state, whoever asks for it. */
public final class StateGuard {
  private StateGuard() {}

  /**
   * The service, refusing every method that its contract does not declare free of side effects with
   * {@link HealthReason#DEPLOYMENT_OLD} while the process is outdated.
   *
   * @param contract the rpcs, whose Java methods have the same names
   */
  public static <S extends TraderService> S around(
      Class<S> type, S service, ServiceDescriptor contract, DeploymentEpochs epochs) {
    Set<String> writing = new HashSet<>();
    for (MethodDescriptor<?, ?> method : contract.getMethods()) {
      String name = method.getBareMethodName();
      if (!method.isSafe() && name != null) {
        writing.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
      }
    }
    return ServiceProxy.of(
        type,
        type.getSimpleName() + " behind its epoch",
        (method, arguments) ->
            epochs.isOutdated() && writing.contains(method.getName())
                ? HealthReason.DEPLOYMENT_OLD.failure(epochs.explanation())
                : method.invoke(service, arguments));
  }
}
