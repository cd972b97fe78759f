package dev.arduinotrader.optimization;

import dev.arduinotrader.optimization.grpc.GrpcOptimizationClient;
import dev.arduinotrader.optimization.grpc.GrpcOptimizationServer;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.UniverseService;
import io.grpc.BindableService;

/** Builds the optimization service, its server and its client; all a composition root needs. */
public final class OptimizationModule {
  private OptimizationModule() {}

  /**
   * The service itself, to be wrapped by the platform's guard. It owns no state.
   *
   * @param universe where closes come from
   * @param clock named in the health check; weights use the call's decision time only
   * @param version of the running program
   */
  public static OptimizationService local(
      UniverseService universe, TraderClock clock, String version) {
    return new LocalOptimizationService(universe, clock, version);
  }

  /** Serves an optimization service over gRPC. */
  public static BindableService server(OptimizationService service) {
    return new GrpcOptimizationServer(service);
  }

  /** An optimization service in another process. */
  public static OptimizationService client(RemoteCalls calls) {
    return new GrpcOptimizationClient(calls);
  }
}
