package dev.arduinotrader.e2e;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseModule;
import dev.arduinotrader.universe.UniverseService;
import java.time.Duration;

/** The running services over gRPC, as another program of ours would call them. */
final class Wire implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final AccountId ACCOUNT = AccountId.of("paper-1");

  private final FleetFiles files;
  private final Channels channels = new Channels();
  private final TraderClock clock = SystemClock.system();
  private final Ids ids = new RandomIds();

  Wire(FleetFiles files) {
    this.files = files;
  }

  TradingService trading() {
    return TradingModule.client(calls(ServiceName.TRADING));
  }

  UniverseService universe() {
    return UniverseModule.client(calls(ServiceName.UNIVERSE));
  }

  CallContext context() {
    return new CallContext(
        ACCOUNT, "e2e", ids.nextRequestId(), Deadline.after(TIMEOUT), clock.now());
  }

  private RemoteCalls calls(ServiceName name) {
    return channels.callsTo(
        new Target(
            name.key(), "127.0.0.1", files.port(name), ChannelSettings.withTimeout(TIMEOUT)));
  }

  @Override
  public void close() {
    channels.close();
  }
}
