package dev.arduinotrader.platform.server;

import dev.arduinotrader.platform.tls.TlsIdentity;
import io.grpc.BindableService;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all ports of a process.
 *
 * @param bindAddress an address of this device
 * @param messageBytesMax the largest request that is taken
 * @param reflection whether anyone may list services and methods
 * @param farewell how long callers have to notice that this process stops, before it does
 * @param identity the certificate that the ports show, and whose callers they take; null for plain
 *     text
 * @param everywhere what every port answers besides its service, never counted or limited; null for
 *     nothing
 * @param device where this process runs, told with every answer; null to tell nothing
 */
public record HostSettings(
    String bindAddress,
    int messageBytesMax,
    boolean reflection,
    Duration farewell,
    @Nullable TlsIdentity identity,
    @Nullable BindableService everywhere,
    @Nullable String device) {
  private static final int MESSAGE_BYTES_MAX_DEFAULT = 16 * 1024 * 1024;

  /** Ports in plain text. */
  public HostSettings(
      String bindAddress, int messageBytesMax, boolean reflection, Duration farewell) {
    this(bindAddress, messageBytesMax, reflection, farewell, null, null, null);
  }

  /** The same with a certificate. */
  public HostSettings with(@Nullable TlsIdentity other) {
    return new HostSettings(
        bindAddress, messageBytesMax, reflection, farewell, other, everywhere, device);
  }

  /** The same with something that every port answers. */
  public HostSettings answeringEverywhere(BindableService other) {
    return new HostSettings(
        bindAddress, messageBytesMax, reflection, farewell, identity, other, device);
  }

  /** The same with the device that answers. */
  public HostSettings onDevice(String other) {
    return new HostSettings(
        bindAddress, messageBytesMax, reflection, farewell, identity, everywhere, other);
  }

  /** Requests of up to 16 MB, reflection, one second of farewell. */
  public static HostSettings on(String bindAddress) {
    return new HostSettings(bindAddress, MESSAGE_BYTES_MAX_DEFAULT, true, Duration.ofSeconds(1));
  }
}
