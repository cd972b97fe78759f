package dev.arduinotrader.e2e;

import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Configuration of one device on ports that are free now. */
final class FleetFiles {
  /** Below the ports that Linux gives to outgoing connections, which come and go. */
  private static final int FIRST_PORT = 20_000;

  private static final int PORTS = 12_000;

  /** Runs on one machine at the same time look in different places. */
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 101 % PORTS));

  private final Path services;
  private final Map<ServiceName, Integer> ports;
  private final int httpPort;

  private FleetFiles(Path services, Map<ServiceName, Integer> ports, int httpPort) {
    this.services = services;
    this.ports = ports;
    this.httpPort = httpPort;
  }

  /** All services in one process. */
  static FleetFiles local(Path folder) {
    return write(folder, "local");
  }

  /** All services in processes of their own. */
  static FleetFiles remote(Path folder) {
    return write(folder, "remote");
  }

  /** Lets a service work on so many calls at once. */
  FleetFiles withWorkers(ServiceName service, int workers) {
    String resources = "resources:\n  %s:\n    max_workers: %d\n".formatted(service.key(), workers);
    try {
      Files.writeString(services, resources, StandardOpenOption.APPEND);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets all callers wait so long before their first retry, and twice as long each further time.
   */
  FleetFiles withRetriesAfter(Duration wait) {
    String client = "    client: {retry_backoff_ms: %d}\n".formatted(wait.toMillis());
    try {
      String text = Files.readString(services);
      Files.writeString(services, text.replaceAll("(?m)^    port: .*\n", "$0" + client));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path services() {
    return services;
  }

  int port(ServiceName service) {
    return Objects.requireNonNull(ports.get(service), service.key());
  }

  int httpPort() {
    return httpPort;
  }

  private static FleetFiles write(Path folder, String mode) {
    List<Integer> free = freePorts(ServiceName.values().length + 1);
    Map<ServiceName, Integer> ports = new EnumMap<>(ServiceName.class);
    StringBuilder yaml = new StringBuilder("deployment:\n  mode: local\nservices:\n");
    for (ServiceName name : ServiceName.values()) {
      int port = free.get(ports.size());
      ports.put(name, port);
      yaml.append(
          "  %s:\n    mode: %s\n    device_id: primary\n    port: %d\n"
              .formatted(name.key(), mode, port));
      if (name == ServiceName.GATEWAY) {
        yaml.append("    http_port: %d\n".formatted(free.getLast()));
      }
    }
    yaml.append("devices:\n  primary:\n    address: localhost\n");
    Path file = folder.resolve("services.yaml");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FleetFiles(file, ports, free.getLast());
  }

  private static List<Integer> freePorts(int count) {
    return IntStream.generate(() -> FIRST_PORT + NEXT.getAndIncrement() % PORTS)
        .filter(FleetFiles::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
