package dev.arduinotrader.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
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
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moves between two folders of this machine. The program is a script that waits where it serves,
 * and says and notes what it is told where it hands over; whoever is told in the file {@code
 * refuses} refuses.
 */
final class StateMoveTest {
  private static final AccountId ACCOUNT = AccountId.of("paper-1");
  private static final Instance.Seen WELL =
      new Instance.Seen(true, "healthy", "1", "contracts", 0, 0);

  private static final String PROGRAM =
      """
      #!/bin/sh
      case "$1" in
      handover)
        echo "$2 $3" >>handed
        if grep -qx "$2" refuses 2>/dev/null; then echo "trader: no $2 today"; exit 4; fi
        if [ "$2" = leave ]; then
          mkdir -p "data/moved-$5-$3"
          echo '{}' >"data/moved-$5-$3/manifest.json"
          head -c 9000000 /dev/urandom >"data/moved-$5-$3/$3.db"
        fi
        if [ "$2" = arrive ]; then cp "data/moved-$5-$3/$3.db" data/; fi;;
      *) echo "$@" >>began; exec sleep 60;;
      esac
      """;

  private final Path folder;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final List<String> progress = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  StateMoveTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void writeDevices() throws IOException {
    write("one", "[planning, scoring, optimization]");
    write("two", "[state, gateway]");
    device("two").start("run", "trader").orElseThrow();
  }

  @AfterEach
  void stopAll() {
    for (Device device : devices.values()) {
      for (String name : List.of("trader", "trading")) {
        device.end(name).orElseThrow();
      }
    }
  }

  private void write(String id, String roles) throws IOException {
    Path own = Files.createDirectories(folder.resolve(id));
    Files.writeString(
        own.resolve("device.yaml"),
        "device:\n  id: %s\n  roles: %s\n  network: {bind_address: 0.0.0.0, insecure_plaintext: true}\n"
            .formatted(id, roles));
    StringBuilder services = new StringBuilder("services:\n");
    for (ServiceName name : ServiceName.values()) {
      services.append(
          "  %s: {mode: remote, device_id: %s}\n"
              .formatted(name.key(), name.isState() ? "two" : "one"));
    }
    Files.writeString(
        own.resolve("services.yaml"),
        services + "devices:\n  one: {address: 10.0.0.1}\n  two: {address: 10.0.0.2}\n");
    Path launcher = own.resolve("launcher");
    Files.writeString(launcher, PROGRAM);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    devices.put(
        id,
        Device.of(
            new DeviceHome(
                id, null, own.toString(), "./launcher", "device.yaml", "services.yaml", "data")));
  }

  private Device device(String id) {
    return Objects.requireNonNull(devices.get(id), id);
  }

  private String text(String id, String file) throws IOException {
    Path path = folder.resolve(id).resolve(file);
    return Files.exists(path) ? Files.readString(path) : "";
  }

  private Result<MoveReport> move(Instance instance) {
    MoveWish wish =
        new MoveWish(
            ServiceName.TRADING, "one", null, false, Duration.ofSeconds(5), Duration.ofSeconds(5));
    return new StateMove(
            wish,
            devices,
            Map.of(),
            service -> instance,
            new Accounts(),
            pause -> {},
            progress::add)
        .run("20260101T000000Z");
  }

  /** Notes what is asked of trading, and where. */
  private final class Accounts implements Orders {
    @Override
    public Result<Done> halt(Places places, String reason, Consumer<AccountId> halted) {
      asked.add("halt at " + places.trading().host() + ": " + reason);
      halted.accept(ACCOUNT);
      return Result.success(Done.DONE);
    }

    @Override
    public Result<Done> resume(Places places, List<AccountId> accounts, String reason) {
      asked.add("resume " + accounts + " at " + places.trading().host());
      return Result.success(Done.DONE);
    }

    @Override
    public Result<List<String>> compare(Places places) {
      asked.add("compare at " + places.trading().host());
      return Result.success(List.of("paper-1 agrees"));
    }
  }

  @Test
  void haltsStopsBringsTurnsAndStarts() throws IOException {
    assertThat(move(at -> Result.success(WELL)).isSuccess()).as(progress.toString()).isTrue();

    assertThat(asked)
        .containsExactly("halt at 10.0.0.2: trading moves from two to one", "compare at 10.0.0.1");
    assertThat(text("two", "handed")).isEqualTo("leave trading\n");
    assertThat(text("one", "handed")).isEqualTo("arrive trading\n");
    assertThat(text("one", "began")).startsWith("serve trading ");
    assertThat(device("two").isRunning("trader").orElseThrow()).isTrue();
    assertThat(folder.resolve("one/data/trading.db"))
        .hasSameBinaryContentAs(
            folder.resolve("two/data/moved-20260101T000000Z-trading/trading.db"));
    assertThat(folder.resolve("two/data/moved-20260101T000000Z-trading/for-good")).exists();
    assertThat(folder.resolve("two/data/pids/trader.launch")).doesNotExist();
    assertThat(text("one", "services.yaml"))
        .isEqualTo(text("two", "services.yaml"))
        .contains("device_id: one}\n  universe", "deployment: {epoch: 2}");
  }

  /** It came here by an earlier move, and nothing has been restarted since. */
  @Test
  void letsTheProcessOfAllServicesTakeOverWhatWasAProcessOfItsOwn() {
    device("two").start("serve universe", "universe").orElseThrow();

    assertThat(move(at -> Result.success(WELL)).isSuccess()).as(progress.toString()).isTrue();

    assertThat(device("two").isRunning("universe").orElseThrow()).isFalse();
    assertThat(device("two").isRunning("trader").orElseThrow()).isTrue();
  }

  @Test
  void givesTheStateBackToTheOldHomeWhenItCannotBeTaken() throws IOException {
    Files.writeString(folder.resolve("one/refuses"), "arrive\n");

    Result<MoveReport> moved = move(at -> Result.success(WELL));

    assertThat(moved.problemOrThrow().code()).isEqualTo("MOVE_UNDONE");
    assertThat(moved.problemOrThrow().message())
        .contains("one: trader: no arrive today", "the state of trading is on two");
    assertThat(text("one", "handed")).isEqualTo("arrive trading\nwithdraw trading\n");
    assertThat(text("two", "handed")).isEqualTo("leave trading\nstay trading\n");
    assertThat(asked).last().isEqualTo("resume [paper-1] at 10.0.0.2");
    assertThat(device("two").isRunning("trader").orElseThrow()).isTrue();
    assertThat(text("one", "services.yaml")).doesNotContain("epoch");
  }

  @Test
  void keepsTheNewEpochWhenTheNewOneNeverGetsHealthy() throws IOException {
    Result<MoveReport> moved =
        move(
            at ->
                at.host().equals("10.0.0.2")
                    ? Result.success(WELL)
                    : CommonReason.UNAVAILABLE.failure("nobody"));

    assertThat(moved.problemOrThrow().code()).isEqualTo("MOVE_UNDONE");
    assertThat(text("two", "services.yaml")).contains("trading: {mode: remote, device_id: two}");
    assertThat(text("two", "services.yaml")).contains("deployment: {epoch: 2}");
    assertThat(device("one").isRunning("trading").orElseThrow()).isFalse();
    assertThat(device("two").isRunning("trader").orElseThrow()).isTrue();
  }

  /** Else two devices could have it. */
  @Test
  void leavesEverythingHaltedAndStoppedWhileTheStateMayBeInTwoPlaces() throws IOException {
    Files.writeString(folder.resolve("one/refuses"), "arrive\nwithdraw\n");

    Result<MoveReport> moved = move(at -> Result.success(WELL));

    assertThat(moved.problemOrThrow().code()).isEqualTo("MOVE_HALF_UNDONE");
    assertThat(moved.problemOrThrow().message())
        .contains(
            "NOT restored: no state of trading on one",
            "NOT restored: the state of trading is on two",
            "NOT restored: trader runs on two as before",
            "NOT restored: orders may leave as before")
        .doesNotContain("nothing had been changed");
    assertThat(text("two", "handed")).isEqualTo("leave trading\n");
    assertThat(asked).noneMatch(question -> question.startsWith("resume"));
    assertThat(device("two").isRunning("trader").orElseThrow()).isFalse();
  }
}
