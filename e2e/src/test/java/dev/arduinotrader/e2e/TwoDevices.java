package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Both devices of a shipped configuration in a {@link Lab}, with certificates instead of plain
 * text: one process that computes and one that keeps the state.
 */
final class TwoDevices implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Path CONFIGS = Path.of("..", "deploy", "configs");
  private static final String CERTIFICATES = " certs/";

  private final Path folder;
  private final Trader compute;
  private final Trader primary;
  private @Nullable Running computing;
  private @Nullable Running keeping;

  /**
   * @param configuration the folder below deploy/configs
   */
  TwoDevices(Path folder, String configuration) throws IOException {
    this.folder = folder;
    String services =
        CONFIGS.resolve(configuration).resolve("services.yaml").toRealPath().toString();
    compute = trader("compute").with("SERVICES_CONFIG_PATH", services);
    primary = trader("primary").with("SERVICES_CONFIG_PATH", services);
    issueCertificates();
    Path from = CONFIGS.resolve(configuration);
    compute.with("DEVICE_CONFIG_PATH", device(from.resolve("device1.yaml"), "compute-1"));
    primary.with("DEVICE_CONFIG_PATH", device(from.resolve("device2.yaml"), "primary"));
  }

  private Trader trader(String name) throws IOException {
    return new Trader(Files.createDirectories(folder.resolve(name))).inside(Lab.inside(name));
  }

  private void issueCertificates() {
    primary.run("certs", "init").succeeded();
    primary
        .run("certs", "issue", "primary", "--role", "owner", "--address", "192.168.1.11")
        .succeeded();
    primary.run("certs", "issue", "compute-1", "--address", "192.168.1.10").succeeded();
  }

  private String device(Path shipped, String id) throws IOException {
    String text = Files.readString(shipped);
    assertThat(text).contains(CERTIFICATES).doesNotContain("insecure");
    String own = " " + certificate("") + "/";
    return Files.writeString(folder.resolve(id + ".yaml"), text.replace(CERTIFICATES, own))
        .toString();
  }

  private Path certificate(String name) {
    return primary.data().resolve("certs").resolve(name);
  }

  /** Starts both without the schedule and waits until all seven services are healthy. */
  void start() {
    startCompute();
    keeping = primary.start("primary", "run", "--no-schedule");
    awaitServing(keeping);
    awaitHealthy();
  }

  /** Starts the device that computes. */
  void startCompute() {
    computing = compute.start("compute", "run");
    awaitServing(computing);
  }

  private static void awaitServing(Running running) {
    Await.until(
        "a device that serves",
        LIMIT,
        () -> {
          assertThat(running.isAlive()).as(running.said()).isTrue();
          return running.said().contains("Ctrl-C");
        },
        running::said);
  }

  /** Waits until the state device sees all seven as healthy. */
  void awaitHealthy() {
    Await.until(
        "seven healthy services", LIMIT, () -> primary.run("health").exitCode() == 0, this::said);
  }

  /** kill -9 of the device that computes. */
  void killCompute() {
    Objects.requireNonNull(computing).kill();
  }

  /** The program on the state device, as its owner uses it. */
  Trader owner() {
    return primary;
  }

  /** The books on the state device. */
  Books books() {
    return new Books(primary.data());
  }

  /** Calls planning on the other device steadily, seen from the state device. */
  SteadyCalls steadyCalls() {
    return new SteadyCalls(
        primary.startClass(
            Probe.class,
            List.of(
                "192.168.1.10",
                "50051",
                certificate("ca.pem").toString(),
                certificate("primary.pem").toString(),
                certificate("primary.key").toString())));
  }

  String said() {
    StringBuilder said = new StringBuilder();
    for (Running running : new @Nullable Running[] {computing, keeping}) {
      if (running != null) {
        said.append(running.said());
      }
    }
    return said.toString();
  }

  @Override
  public void close() {
    if (computing != null) {
      computing.close();
    }
    if (keeping != null) {
      keeping.close();
    }
  }
}
