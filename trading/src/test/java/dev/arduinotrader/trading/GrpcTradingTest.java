package dev.arduinotrader.trading;

import dev.arduinotrader.testkit.LoopbackServer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

class GrpcTradingTest extends TradingContract {
  private @Nullable LoopbackServer server;

  @Override
  TradingService reach(World world) {
    LoopbackServer started =
        new LoopbackServer(TradingModule.server(world.trading()), world.clock, world.ids);
    server = started;
    return TradingModule.client(started.calls());
  }

  @Override
  void leave() {
    Objects.requireNonNull(server).close();
  }
}
