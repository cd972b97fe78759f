package dev.arduinotrader.scoring;

import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.scoring.grpc.GrpcScoringClient;
import dev.arduinotrader.scoring.grpc.GrpcScoringServer;
import dev.arduinotrader.universe.UniverseService;
import io.grpc.BindableService;

/** Builds the scoring service, its server and its client; all that a composition root needs. */
public final class ScoringModule {
  private ScoringModule() {}

  /**
   * The service itself, to be wrapped by the platform's guard. It has no store: its cache of scores
   * is bounded, in memory and safe to lose.
   *
   * @param universe where closes come from
   * @param clock named in the health check; scores use the call's decision time only
   * @param version of the running program
   */
  public static ScoringService local(UniverseService universe, TraderClock clock, String version) {
    return new LocalScoringService(universe, clock, version);
  }

  /** Serves a scoring service over gRPC. */
  public static BindableService server(ScoringService service) {
    return new GrpcScoringServer(service);
  }

  /** A scoring service in another process. */
  public static ScoringService client(RemoteCalls calls) {
    return new GrpcScoringClient(calls);
  }
}
