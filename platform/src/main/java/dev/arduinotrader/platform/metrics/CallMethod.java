package dev.arduinotrader.platform.metrics;

import java.util.Locale;

/**
 * One method of one service, under the same name whether it is called locally or remotely.
 *
 * @param service the service's key, such as {@code planning}
 * @param name the method as the contract names it, such as {@code CreatePlan}
 * @param fullName such as {@code arduino_trader.planning.PlanningService/CreatePlan}
 */
public record CallMethod(String service, String name, String fullName) {
  private static final String PACKAGE = "arduino_trader.";
  private static final String PROCESS = "common";

  /** The method with this full gRPC name; the key of a foreign service is its full name. */
  public static CallMethod ofGrpc(String fullName) {
    int slash = fullName.lastIndexOf('/');
    String serviceName = fullName.substring(0, Math.max(slash, 0));
    String name = fullName.substring(slash + 1);
    int end = serviceName.lastIndexOf('.');
    String service =
        serviceName.startsWith(PACKAGE) && end > PACKAGE.length()
            ? serviceName.substring(PACKAGE.length(), end)
            : serviceName;
    return new CallMethod(service, name, fullName);
  }

  /** The method of a service's Java interface, under the name that its contract gives it. */
  public static CallMethod ofJava(String service, String javaName) {
    String name = capitalized(javaName);
    return new CallMethod(
        service, name, PACKAGE + service + "." + capitalized(service) + "Service/" + name);
  }

  /** Whether it asks for the service's health: never limited, logged quietly, not counted. */
  public boolean isHealthCheck() {
    return name.equals("HealthCheck");
  }

  /** Whether it follows an event log: waits most of the time, and ends with its deadline. */
  public boolean isWatch() {
    return name.equals("WatchEvents");
  }

  /** Whether no service answers it: grpc.health, reflection, and what a process tells of itself. */
  public boolean isInfrastructure() {
    return !fullName.startsWith(PACKAGE) || service.equals(PROCESS);
  }

  private static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
