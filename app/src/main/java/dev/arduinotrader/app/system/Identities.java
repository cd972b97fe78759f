package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import java.util.Optional;

/** The certificate of a device, where it has one. */
public final class Identities {
  private Identities() {}

  /** Empty for a device that speaks plain text; a failure when its files cannot be used. */
  public static Result<Optional<TlsIdentity>> of(DeviceConfig device) {
    TlsConfig files = device.tls();
    return files == null
        ? Result.success(Optional.empty())
        : TlsIdentity.open(files, SystemClock.system()).map(Optional::of);
  }
}
