package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Three devices, each a folder with processes of its own on this machine: blue computes the plans,
 * green could, primary keeps the state.
 */
final class ThreeDevices implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Map<String, List<ServiceName>> THREE_HOMES =
      Map.of(
          "blue",
          List.of(ServiceName.PLANNING, ServiceName.SCORING),
          "green",
          List.of(ServiceName.OPTIMIZATION),
          "primary",
          List.of(
              ServiceName.PORTFOLIO,
              ServiceName.TRADING,
              ServiceName.UNIVERSE,
              ServiceName.GATEWAY));

  private final Path folder;
  private final Map<String, List<ServiceName>> homes;
  private final FleetFiles ports;
  private final FleetFiles spare;
  private final List<Running> running = new ArrayList<>();

  ThreeDevices(Path folder) throws IOException {
    this(folder, THREE_HOMES);
  }

  /** The same with other devices; all that is not computed belongs to {@code primary}. */
  ThreeDevices(Path folder, Map<String, List<ServiceName>> homes) throws IOException {
    this.folder = folder;
    this.homes = homes;
    this.ports = FleetFiles.remote(folder.resolve("ports"));
    this.spare = FleetFiles.remote(folder.resolve("spare"));
    String address = address();
    StringBuilder fleet = new StringBuilder("devices:\n");
    for (String id : homes.keySet().stream().sorted().toList()) {
      Path own = Files.createDirectories(folder.resolve(id));
      Files.writeString(own.resolve("device.yaml"), device(id));
      Files.writeString(own.resolve("services.yaml"), servicesFile(address));
      fleet.append(
          "  %s: {folder: \"%s\", launcher: \"%s\"}\n".formatted(id, own, trader(id).launcher()));
    }
    Files.writeString(folder.resolve("fleet.yaml"), fleet);
  }

  private String device(String id) {
    String roles =
        Stream.of(ServiceName.values())
            .filter(name -> home(name).equals(id))
            .map(name -> "    - " + name.key() + "\n")
            .collect(Collectors.joining());
    return """
    device:
      id: %s # its owner's words stay
      roles:
    %s  network:
        bind_address: 0.0.0.0
        insecure_plaintext: true
    """
        .formatted(id, roles);
  }

  private String servicesFile(String address) {
    StringBuilder yaml = new StringBuilder("# one file for all\nservices:\n");
    for (ServiceName name : ServiceName.values()) {
      yaml.append(
          "  %s:\n    mode: remote\n    device_id: %s\n    port: %d\n"
              .formatted(name.key(), home(name), ports.port(name)));
      if (name == ServiceName.GATEWAY) {
        yaml.append("    http_port: %d\n".formatted(ports.httpPort()));
      }
    }
    yaml.append("devices:\n");
    homes.keySet().stream()
        .sorted()
        .forEach(id -> yaml.append("  %s:\n    address: %s\n".formatted(id, address)));
    return yaml.toString();
  }

  private String home(ServiceName name) {
    return homes.entrySet().stream()
        .filter(entry -> entry.getValue().contains(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** An address of this machine that is not loopback, as devices need to call each other. */
  private static String address() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .findFirst()
          .orElseThrow(() -> new AssertionError("this machine has no network at all"));
    } catch (SocketException e) {
      throw new AssertionError(e);
    }
  }

  /** The program as the owner of a device uses it. */
  Trader trader(String id) {
    return new Trader(folder.resolve(id))
        .with("DEVICE_CONFIG_PATH", folder.resolve(id).resolve("device.yaml").toString())
        .with("SERVICES_CONFIG_PATH", services(id).toString());
  }

  Path services(String id) {
    return folder.resolve(id).resolve("services.yaml");
  }

  Path folder(String id) {
    return folder.resolve(id);
  }

  Path fleet() {
    return folder.resolve("fleet.yaml");
  }

  /** A port that no service has. */
  int sparePort() {
    return spare.httpPort();
  }

  int sparePort(ServiceName name) {
    return spare.port(name);
  }

  int port(ServiceName name) {
    return ports.port(name);
  }

  /** Starts planning on blue, with the pid file of the scripts, and the state on primary. */
  Running start() throws IOException {
    start("primary", "trader", "run", "--no-schedule");
    Running planning = start("blue", "planning", "serve", "planning");
    awaitServing();
    return planning;
  }

  /** Starts a process as the scripts do, with a pid file of this name. */
  Running start(String id, String pidFile, String... words) throws IOException {
    Running process = trader(id).start(id, words);
    running.add(process);
    writePid(id, pidFile, process);
    return process;
  }

  /** Waits until all processes that were started have opened their ports. */
  void awaitServing() {
    Await.until(
        "two devices that serve",
        LIMIT,
        () -> {
          assertThat(running).as(said()).allMatch(Running::isAlive);
          return running.stream().allMatch(one -> one.said().contains("Ctrl-C"));
        },
        this::said);
  }

  /** SIGSTOP to a process that a migration has started. */
  void freeze(String id, ServiceName name) throws IOException {
    Path file = folder.resolve(id).resolve("data/pids").resolve(name.key() + ".pid");
    long pid = Long.parseLong(Files.readString(file).strip());
    Running.signal("-STOP", pid, name.key());
  }

  /** As the scripts do. */
  private void writePid(String id, String name, Running process) throws IOException {
    Path pids = Files.createDirectories(folder.resolve(id).resolve("data/pids"));
    Files.writeString(pids.resolve(name + ".pid"), process.pid() + "\n");
  }

  /** Ends whatever runs on a device by a pid file. */
  void stop(String id) {
    Trader owner = trader(id).with("TRADER_DATA", folder(id).resolve("data").toString());
    owner.script("stop_all_services.sh");
    owner.script("stop_all_services.sh", "trader");
  }

  String said() {
    return running.stream().map(Running::said).collect(Collectors.joining("\n"));
  }

  /** Also what the commands have started: every pid file names one. */
  @Override
  public void close() {
    homes.keySet().forEach(this::stop);
    running.forEach(Running::close);
  }
}
