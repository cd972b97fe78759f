package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.alert.AlertChannels;
import dev.arduinotrader.platform.alert.AlertDesk;
import dev.arduinotrader.platform.alert.AlertFile;
import dev.arduinotrader.platform.config.AlertsConfig;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.lifecycle.Lifecycle;
import dev.arduinotrader.platform.time.TraderClock;
import java.nio.file.Path;
import java.util.Map;

/** Starts the alerts of the gateway's device: through the log, and what else is configured. */
final class AlertStart {
  private static final AlertsConfig LOG_ONLY = new AlertsConfig(null, null, null, null);

  private AlertStart() {}

  /** Refuses the start when a channel's address or secret is missing. */
  static void open(
      Lifecycle lifecycle,
      DeviceConfig device,
      Path data,
      Map<String, String> environment,
      TraderClock clock,
      AlertSources sources) {
    AlertsConfig wanted = device.alerts();
    AlertChannels channels =
        lifecycle.open(
            "the channels of alerts",
            () -> AlertChannels.open(wanted == null ? LOG_ONLY : wanted, environment, clock));
    lifecycle.open(
        "the alerts",
        () ->
            Result.success(
                AlertKeeper.start(
                    new AlertDesk(device.id(), channels, new AlertFile(data)), sources, clock)));
  }
}
