package dev.arduinotrader.platform.server;

import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import io.grpc.BindableService;

/**
 * One service that this process offers to others.
 *
 * @param service the service's key, such as {@code planning}
 * @param fullName such as {@code arduino_trader.planning.PlanningService}
 * @param port 0 for any free one
 * @param bindable the generated server's implementation
 * @param limit shared with the guard of local callers
 */
public record HostedService(
    String service, String fullName, int port, BindableService bindable, ConcurrencyLimit limit) {}
