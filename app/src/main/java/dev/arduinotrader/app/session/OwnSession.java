package dev.arduinotrader.app.session;

import dev.arduinotrader.app.system.SystemSettings;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServicesConfig;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.placement.Placement;
import java.time.Duration;

/** A session for which the command hosts all services itself, without ports. */
final class OwnSession implements Session {
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final Running<TraderSystem> running;

  private OwnSession(Running<TraderSystem> running) {
    this.running = running;
  }

  static Result<Session> open(SessionOptions options, boolean changing) {
    return ConfigLoader.load(
            options.deviceConfig(), options.servicesConfig(), options.environment())
        .then(OwnSession::everythingHere)
        .then(
            placement ->
                TraderSystem.start(
                    new SystemSettings(
                        placement,
                        options.dataDirectory(),
                        options.clockStart(),
                        options.account(),
                        false,
                        changing,
                        false)))
        .map(OwnSession::new);
  }

  /** All services in this process, on the stores of the configured device. */
  private static Result<Placement> everythingHere(LoadedConfig config) {
    DeviceConfig device = DeviceConfig.defaults().withDatabase(config.device().database());
    return Placement.of(device, ServicesConfig.localOn(device.id()), null);
  }

  @Override
  public Services services() {
    return running.value().services();
  }

  @Override
  public CallContext context(Duration timeout) {
    return running.value().context(timeout);
  }

  @Override
  public CommandId nextCommandId() {
    return running.value().nextCommandId();
  }

  @Override
  public void close() {
    running.lifecycle().stop(STOP_TIMEOUT);
  }
}
