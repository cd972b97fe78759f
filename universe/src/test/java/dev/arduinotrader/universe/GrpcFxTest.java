package dev.arduinotrader.universe;

import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.LoopbackServer;
import org.jspecify.annotations.Nullable;

/** Exchange rates of the universe, reached as its name says. */
class GrpcFxTest extends FxContract {
  private @Nullable LoopbackServer server;

  @Override
  UniverseService reach(UniverseService local) {
    LoopbackServer started =
        new LoopbackServer(UniverseModule.server(local), clock, new CountedIds());
    server = started;
    return UniverseModule.client(started.calls());
  }

  @Override
  void leave() {
    if (server != null) {
      server.close();
    }
  }
}
