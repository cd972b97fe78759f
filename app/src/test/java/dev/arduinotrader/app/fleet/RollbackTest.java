package dev.arduinotrader.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways back, between two folders of this machine where programs that only wait are services. */
final class RollbackTest {
  private static final Instance.Seen WELL = new Instance.Seen(true, "healthy", "1", "c", 0, 0);
  private static final String NETWORK =
      "  network: {bind_address: 0.0.0.0, insecure_plaintext: true}\n";
  private static final String FIRST = "20260101T000000.000Z";
  private static final String SECOND = "20260102T000000.000Z";

  private final Path folder;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final List<String> progress = new ArrayList<>();
  private boolean deaf;

  RollbackTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void computeOnOneAndKeepStateOnTwo() throws IOException {
    for (String id : List.of("one", "two")) {
      Path own = Files.createDirectories(folder.resolve(id));
      Path launcher = Files.writeString(own.resolve("launcher"), "#!/bin/sh\nexec sleep 60\n");
      assertThat(launcher.toFile().setExecutable(true)).isTrue();
      devices.put(
          id,
          Device.of(
              new DeviceHome(
                  id, null, own.toString(), "./launcher", "device.yaml", "services.yaml", "data")));
    }
    write("one", "two");
    devices.values().forEach(device -> device.start("run", "trader").orElseThrow());
  }

  /** Writes the files of a fleet: planning here, state there, the other two services on one. */
  private void write(String planning, String state) throws IOException {
    for (String id : List.of("one", "two")) {
      List<String> roles = new ArrayList<>();
      StringBuilder services = new StringBuilder("services:\n");
      for (ServiceName name : ServiceName.values()) {
        String home = name == ServiceName.PLANNING ? planning : name.isState() ? state : "one";
        services.append("  %s: {mode: remote, device_id: %s}\n".formatted(name.key(), home));
        if (home.equals(id)) {
          roles.add(name.key());
        }
      }
      Path own = folder.resolve(id);
      Files.writeString(
          own.resolve("device.yaml"),
          "device:\n  id: %s\n  roles: %s # owner's\n%s".formatted(id, roles, NETWORK));
      Files.writeString(
          own.resolve("services.yaml"),
          services + "devices:\n  one: {address: 10.0.0.1}\n  two: {address: 10.0.0.2}\n");
    }
  }

  @AfterEach
  void stopEverything() {
    for (Device device : devices.values()) {
      device.stop("trader");
      for (ServiceName name : ServiceName.values()) {
        device.stop(name.key());
      }
    }
  }

  private Device device(String id) {
    return Objects.requireNonNull(devices.get(id), id);
  }

  private boolean runs(String id, String name) {
    return device(id).isRunning(name).orElseThrow();
  }

  /** A process of its own answers for its service, the whole one for all others of its device. */
  private Result<Instance.Seen> look(ServiceName service, String host) {
    String id = host.equals("10.0.0.1") ? "one" : "two";
    boolean own = runs(id, service.key());
    boolean whole = runs(id, "trader") && service != ServiceName.PLANNING;
    return !deaf && (own || whole)
        ? Result.success(WELL)
        : CommonReason.UNAVAILABLE.failure("nobody");
  }

  private Processes processes() {
    return new Processes(service -> at -> look(service, at.host()), pause -> {});
  }

  private void backUp(String stamp) {
    devices.values().forEach(device -> device.backUp(stamp).orElseThrow());
  }

  private Result<RollbackReport> back(String name) {
    return RollbackTarget.find(devices, name.isEmpty() ? null : name, Map.of())
        .then(
            target ->
                new Rollback(target, devices, processes(), Duration.ofSeconds(5), progress::add)
                    .run(SECOND));
  }

  private Result<RollbackReport> alone(String id) {
    return new SingleDevice(device(id), Map.of(), processes(), progress::add).run(SECOND);
  }

  private String services(String id) throws IOException {
    return Files.readString(folder.resolve(id).resolve("services.yaml"));
  }

  @Test
  void bringsBackTheFilesAndWhatLivedElsewhereThen() throws IOException {
    String before = services("one");
    backUp(FIRST);
    write("two", "two");
    device("two").start("serve planning", "planning").orElseThrow();

    RollbackReport report = back("").orElseThrow();

    assertThat(report.to()).isEqualTo(FIRST);
    assertThat(report.next()).isEmpty();
    assertThat(services("one")).isEqualTo(services("two")).isEqualTo(before);
    assertThat(runs("one", "planning")).isTrue();
    assertThat(runs("two", "planning")).isFalse();
    assertThat(device("one").backUps().orElseThrow()).containsExactly(SECOND, FIRST);
    assertThat(progress).contains("started planning on one", "stopped planning on two");
  }

  @Test
  void putsThePresentFilesBackWhenTheEarlierHomeIsNotWell() throws IOException {
    backUp(FIRST);
    write("two", "two");
    device("two").start("serve planning", "planning").orElseThrow();
    String present = services("one");
    deaf = true;

    Problem problem = back(FIRST).problemOrThrow();

    assertThat(problem.code()).isEqualTo("MOVE_UNDONE");
    assertThat(problem.message()).contains("not well after a minute", "planning on one: nobody");
    assertThat(services("one")).isEqualTo(present);
    assertThat(runs("one", "planning")).isFalse();
    assertThat(runs("two", "planning")).isTrue();
  }

  @Test
  void startsADeviceWhoseFilesKeptItFromStarting() throws IOException {
    device("one").start("serve planning", "planning").orElseThrow();
    backUp(FIRST);
    String before = services("two");
    device("two").stop("trader").orElseThrow();
    for (String id : List.of("one", "two")) {
      Files.writeString(folder.resolve(id).resolve("services.yaml"), "services: [\n");
    }

    RollbackReport report = back("").orElseThrow();

    assertThat(report.next()).isEmpty();
    assertThat(services("two")).isEqualTo(before);
    assertThat(runs("two", "trader")).isTrue();
    assertThat(progress).contains("started the services of two");
  }

  @Test
  void refusesFilesOfATimeWhenStateLivedElsewhere() throws IOException {
    backUp(FIRST);
    write("one", "one");
    Problem problem = back("").problemOrThrow();
    assertThat(problem.code()).isEqualTo("ROLLBACK_REFUSED");
    assertThat(problem.message()).contains("portfolio, trading, universe, gateway", "Moving state");
    assertThat(progress).isEmpty();
  }

  @Test
  void saysWhenThereIsNothingToGoBackTo() {
    assertThat(back("").problemOrThrow().code()).isEqualTo("NO_CONFIG_BACKUP");
    backUp(FIRST);
    assertThat(back("").problemOrThrow().message()).contains("the same in all of [" + FIRST);
    assertThat(back("2020").problemOrThrow().message()).contains("'2020'", "--list");
  }

  @Test
  void letsTheDeviceWithTheStateDoEverything() throws IOException {
    deaf = false;
    device("two").start("serve planning", "planning").orElseThrow();
    RollbackReport report =
        new SingleDevice(
                device("two"),
                Map.of(),
                new Processes(service -> at -> Result.success(WELL), pause -> {}),
                progress::add)
            .run(SECOND)
            .orElseThrow();
    assertThat(report.next())
        .containsExactly("stop what runs on one, when it is reached: nobody calls it");
    assertThat(services("two")).contains("planning: {mode: local, device_id: two}");
    assertThat(folder.resolve("two/device.yaml")).content().contains("roles: [all] # owner's");
    assertThat(runs("two", "trader")).isTrue();
    assertThat(runs("two", "planning")).isFalse();
    assertThat(device("two").backUps().orElseThrow()).containsExactly(SECOND);
    assertThat(services("one")).contains("planning: {mode: remote, device_id: one}");
  }

  @Test
  void runsAsBeforeWhenTheSingleDeviceIsNotWell() throws IOException {
    String before = services("two");
    deaf = true;
    Problem problem = alone("two").problemOrThrow();
    assertThat(problem.message()).contains("not well after a minute", "trader runs as before");
    assertThat(services("two")).isEqualTo(before);
    assertThat(runs("two", "trader")).isTrue();
  }

  @Test
  void refusesToDoEverythingWithoutTheState() {
    assertThat(alone("one").problemOrThrow().message())
        .contains("expected all state on one", "trading on two");
  }

  @Test
  void leavesProcessesThatSomethingElseStartedToIt() throws IOException {
    device("two").stop("trader").orElseThrow();
    device("two").start("serve universe", "universe").orElseThrow();
    Files.delete(folder.resolve("two/data/pids/universe.pid"));
    Result<RollbackReport> refused =
        new SingleDevice(
                device("two"),
                Map.of(),
                new Processes(service -> at -> Result.success(WELL), pause -> {}),
                progress::add)
            .run(SECOND);
    assertThat(refused.problemOrThrow().message()).contains("something else than the scripts");
  }
}
