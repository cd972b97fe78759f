package dev.arduinotrader.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatFileTest {
  @Test
  void holdsTheLatestStateOnly(@TempDir Path folder) {
    Path file = folder.resolve("heartbeat");
    ServiceManager manager = WatchdogKeeper.manager(Map.of("TRADER_HEARTBEAT", file.toString()));

    assertThat(manager.tell("READY=1").isSuccess()).isTrue();
    assertThat(manager.tell("WATCHDOG=1").isSuccess()).isTrue();

    assertThat(file).hasContent("WATCHDOG=1");
  }

  @Test
  void saysWhichFileCannotBeWritten(@TempDir Path folder) {
    Path file = folder.resolve("absent/heartbeat");

    assertThat(new HeartbeatFile(file).tell("READY=1").toString())
        .contains("expected " + file + " to be written with READY=1", "Maybe");
  }

  @Test
  void isToldAsOftenAsSystemd() {
    assertThat(
            WatchdogKeeper.pause(
                Map.of("TRADER_HEARTBEAT", "/x/heartbeat", "WATCHDOG_USEC", "60000000")))
        .contains(Duration.ofSeconds(20));
  }
}
