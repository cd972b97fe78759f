package dev.arduinotrader.planning;

import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.planning.grpc.GrpcPlanningClient;
import dev.arduinotrader.planning.grpc.GrpcPlanningServer;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.scoring.ScoringService;
import io.grpc.BindableService;

/** Builds the planning service, its server and its client; all that a composition root needs. */
public final class PlanningModule {
  private PlanningModule() {}

  /**
   * The service itself, to be wrapped by the platform's guard. It has no store: its cache of plans
   * is bounded, in memory and safe to lose.
   *
   * @param clock named in the health check; plans use the snapshot's decision time only
   * @param version of the running program
   */
  public static PlanningService local(
      ScoringService scoring, OptimizationService optimization, TraderClock clock, String version) {
    return new LocalPlanningService(scoring, optimization, clock, version);
  }

  /** Serves a planning service over gRPC. */
  public static BindableService server(PlanningService service) {
    return new GrpcPlanningServer(service);
  }

  /** A planning service in another process. */
  public static PlanningService client(RemoteCalls calls) {
    return new GrpcPlanningClient(calls);
  }
}
