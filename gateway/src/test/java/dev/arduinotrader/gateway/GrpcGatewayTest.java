package dev.arduinotrader.gateway;

import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.LoopbackServer;
import org.jspecify.annotations.Nullable;

/** The gateway over gRPC on loopback. */
class GrpcGatewayTest extends GatewayServiceContract {
  private @Nullable LoopbackServer server;

  @Override
  GatewayService reach(GatewayService local) {
    LoopbackServer started =
        new LoopbackServer(GatewayModule.server(local), clock, new CountedIds());
    server = started;
    return GatewayModule.client(started.calls());
  }

  @Override
  void leave() {
    if (server != null) {
      server.close();
    }
  }
}
