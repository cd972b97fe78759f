package dev.arduinotrader.platform.tls;

import dev.arduinotrader.platform.metrics.CallMethod;
import io.grpc.MethodDescriptor;
import java.util.Set;

/**
 * The role that each rpc needs. What its contract declares free of side effects is for viewers,
 * what services ask of one another is for services, and everything else, also what is not known
 * here, is for the owner.
 */
public final class MethodRoles {
  /** Calls with effects that one device's services make on another's; halting is never refused. */
  private static final Set<String> BETWEEN_SERVICES =
      Set.of(
          "portfolio/BookExecutions",
          "portfolio/ReconcileStatement",
          "portfolio/RecordMovements",
          "trading/Halt",
          "trading/Reconcile",
          "universe/SyncPrices",
          "universe/SyncFundamentals");

  private MethodRoles() {}

  /** The least role that may call the method. */
  public static CallRole needed(MethodDescriptor<?, ?> method) {
    CallMethod called = CallMethod.ofGrpc(method.getFullMethodName());
    if (called.isInfrastructure() || method.isSafe()) {
      return CallRole.VIEWER;
    }
    return BETWEEN_SERVICES.contains(called.service() + "/" + called.name())
        ? CallRole.SERVICE
        : CallRole.OWNER;
  }
}
