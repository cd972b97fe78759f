package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.lock.ServiceLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be completed leaves nothing behind. */
final class RefusedStartTest {
  private final FleetFiles files;
  private final Trader trader;

  RefusedStartTest(@TempDir Path folder) {
    files = FleetFiles.local(folder);
    trader = new Trader(folder).with("SERVICES_CONFIG_PATH", files.services().toString());
  }

  @Test
  void endsWithOneClearLineWhenAnotherProgramHasOneOfItsPorts() throws IOException {
    refusesToStartWithout(files.port(ServiceName.TRADING), "trading");
  }

  @Test
  void endsWithOneClearLineWhenAnotherProgramHasThePortOfThePage() throws IOException {
    refusesToStartWithout(files.httpPort(), "page");
  }

  private void refusesToStartWithout(int port, String what) throws IOException {
    Trader.Outcome outcome;
    try (ServerSocket held = bind(port)) {
      assertThat(held.isBound()).isTrue();
      outcome = trader.run("run");
    }

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().filter(line -> !line.startsWith("Maybe")))
        .singleElement()
        .asString()
        .startsWith("trader: ")
        .contains(Integer.toString(port), what);
    for (ServiceName name : ServiceName.values()) {
      assertThat(ServiceLock.holder(trader.data(), name.key())).as(name.key()).isEmpty();
      bind(files.port(name)).close();
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
