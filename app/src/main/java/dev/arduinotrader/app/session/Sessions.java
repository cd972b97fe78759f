package dev.arduinotrader.app.session;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.lock.LockInfo;
import dev.arduinotrader.platform.lock.ServiceLock;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds the system of a data directory by its locks: where one is held, a system runs and is spoken
 * to over gRPC; where none is, the command hosts the services itself for a moment.
 */
public final class Sessions implements SessionOpener {
  @Override
  public Result<Session> open(SessionOptions options, Access access) {
    Map<ServiceName, LockInfo> holders = holders(options);
    if (holders.isEmpty()) {
      return OwnSession.open(options, access == Access.CHANGE);
    }
    if (holders.values().stream().allMatch(holder -> holder.ports().isEmpty())) {
      LockInfo holder = holders.values().iterator().next();
      return CommonReason.UNAVAILABLE.failure(
          "another command (pid %d) is at work on %s\nMaybe wait until it has ended."
              .formatted(holder.pid(), options.dataDirectory()));
    }
    return ConfigLoader.load(
            options.deviceConfig(), options.servicesConfig(), options.environment())
        .then(config -> RemoteSession.open(options, config, holders));
  }

  private static Map<ServiceName, LockInfo> holders(SessionOptions options) {
    Map<ServiceName, LockInfo> holders = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      ServiceLock.holder(options.dataDirectory(), name.key())
          .ifPresent(holder -> holders.put(name, holder));
    }
    return holders;
  }
}
