package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        Trader.Outcome moved =
            devices.trader("primary").run(with(wish, "--watch", "6")).succeeded();
        awaitCalls(callers, callers.answered() + 200);

        assertThat(callers.failures()).as(moved.err()).isEmpty();
        assertThat(callers.turns()).isEqualTo(1);
        assertThat(moved.out()).contains("planning lives on green now, no longer on blue.");
        assertThat(moved.err()).contains("stopped planning on blue");
        System.out.printf("moved under load: %d calls, 0 failed%n", callers.answered());
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
