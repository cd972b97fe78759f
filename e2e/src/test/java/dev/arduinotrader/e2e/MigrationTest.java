package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planning moves between two devices while it is called two hundred times a second. */
final class MigrationTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path folder;

  MigrationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void movesPlanningUnderLoadWithoutAFailedCall() throws IOException {
    try (ThreeDevices devices = new ThreeDevices(folder)) {
      Running old = devices.start();
      String before = Files.readString(devices.services("primary"));
      String port = Integer.toString(devices.sparePort());
      String[] wish = {
        "migrate",
        "planning",
        "--to",
        "green",
        "--port",
        port,
        "--fleet",
        devices.fleet().toString()
      };
      Trader.Outcome plan = devices.trader("primary").run(with(wish, "--dry-run")).succeeded();
      assertThat(plan.out()).contains("6. let the one on blue finish", "Nothing was changed.");
      assertThat(devices.services("primary")).hasContent(before);

      try (FollowingCallers callers = new FollowingCallers(devices.folder("primary"))) {
        awaitCalls(callers, 200);
        long begin = System.nanoTime();
        Trader.Outcome moved =
            devices.trader("primary").run(with(wish, "--watch", "6")).succeeded();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        awaitCalls(callers, callers.answered() + 200);

        assertThat(callers.failures()).as(moved.err()).isEmpty();
        assertThat(callers.turns()).isEqualTo(1);
        assertThat(moved.out()).contains("planning lives on green now, no longer on blue.");
        assertThat(moved.err()).contains("stopped planning on blue");
        System.out.printf(
            "moved planning under load in %d ms, 6 s of it watching: %d calls, 0 failed%n",
            millis, callers.answered());
      }
      assertThat(old.exitCode()).isZero();
      for (String id : new String[] {"blue", "green", "primary"}) {
        assertThat(devices.services(id))
            .hasContent(
                before
                    .replaceFirst("device_id: blue", "device_id: green")
                    .replace("port: " + devices.port(ServiceName.PLANNING), "port: " + port));
      }
      assertThat(devices.folder("green").resolve("device.yaml"))
          .content()
          .contains("# its owner's words stay", "roles:\n    [planning, optimization]\n");
    }
  }

  @Test
  void goesBackByItselfWhenTheNewOneFallsIllUnderLoad() throws IOException {
    try (ThreeDevices devices = new ThreeDevices(folder)) {
      Running old = devices.start();
      String before = Files.readString(devices.services("primary"));
      try (FollowingCallers callers = new FollowingCallers(devices.folder("primary"));
          Running moving = blueGreen(devices)) {
        Await.until("a turn", LIMIT, () -> callers.turns() == 1, moving::said);
        awaitCalls(callers, callers.answered() + 100);
        Path data = devices.folder("green").resolve("data");
        Path gone = devices.folder("green").resolve("gone");
        Files.move(data, gone);
        Await.until("a verdict", LIMIT, () -> moving.said().contains("is no good"), moving::said);
        Files.move(gone, data);

        assertWentBack(devices, callers, moving, before);
        assertThat(callers.failures()).as(moving.said()).isEmpty();
        System.out.printf("went back from an ill one: %d calls, 0 failed%n", callers.answered());
      }
      assertThat(old.isAlive()).isTrue();
    }
  }

  /** What is asked of a frozen one before it is found out cannot be answered by anybody. */
  @Test
  void goesBackByItselfWhenTheNewOneFreezesUnderLoad() throws IOException {
    try (ThreeDevices devices = new ThreeDevices(folder)) {
      Running old = devices.start();
      String before = Files.readString(devices.services("primary"));
      try (FollowingCallers callers = new FollowingCallers(devices.folder("primary"));
          Running moving = blueGreen(devices)) {
        Await.until("a turn", LIMIT, () -> callers.turns() == 1, moving::said);
        awaitCalls(callers, callers.answered() + 100);
        devices.freeze("green", ServiceName.PLANNING);

        assertWentBack(devices, callers, moving, before);
        List<String> failures = callers.failures();
        assertThat(failures)
            .as("refused when five have failed before the turn, see the breaker's rules")
            .allMatch(
                failure ->
                    failure.contains("DEADLINE_EXCEEDED") || failure.contains("CIRCUIT_OPEN"));
        assertThat(failures.stream().filter(failure -> failure.contains("DEADLINE_EXCEEDED")))
            .as("two rounds of eight callers that each wait five seconds")
            .hasSizeLessThanOrEqualTo(16);
        awaitCalls(callers, callers.answered() + 400);
        assertThat(callers.failures()).hasSameSizeAs(failures);
        System.out.printf(
            "went back from a frozen one: %d calls, %d failed%n",
            callers.answered(), failures.size());
      }
      assertThat(old.isAlive()).isTrue();
    }
  }

  private static Running blueGreen(ThreeDevices devices) {
    return devices
        .trader("primary")
        .start(
            "moving",
            "migrate",
            "planning",
            "--to",
            "green",
            "--port",
            Integer.toString(devices.sparePort()),
            "--blue-green",
            "--watch",
            "30",
            "--fleet",
            devices.fleet().toString());
  }

  private static void assertWentBack(
      ThreeDevices devices, FollowingCallers callers, Running moving, String before) {
    assertThat(moving.exitCode()).as(moving.said()).isEqualTo(4);
    assertThat(moving.said())
        .contains(
            "the new planning is no good",
            "restored: no planning on green",
            "restored: all calls go to ");
    assertThat(callers.turns()).isEqualTo(2);
    for (String id : new String[] {"blue", "green", "primary"}) {
      assertThat(devices.services(id)).hasContent(before);
    }
  }

  private static void awaitCalls(FollowingCallers callers, int count) {
    Await.until(
        count + " calls", LIMIT, () -> callers.answered() >= count, () -> callers.failures() + "");
  }

  private static String[] with(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
