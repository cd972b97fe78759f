package dev.arduinotrader.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.app.system.SystemSettings;
import dev.arduinotrader.app.system.TraderSystem;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.lock.LockInfo;
import dev.arduinotrader.platform.lock.ServiceLock;
import dev.arduinotrader.platform.placement.Placement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and a running system, told apart by the instance that locks and answers name. */
final class SessionsTest {
  private static final AccountId ACCOUNT = AccountId.of("paper-1");
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  private final Path folder;
  private final Path servicesFile;
  private final Running<TraderSystem> running;

  SessionsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.servicesFile = folder.resolve("services.yaml");
    Files.writeString(servicesFile, yaml());
    LoadedConfig config = ConfigLoader.load(null, servicesFile, Map.of()).orElseThrow();
    this.running = start(config);
  }

  private Running<TraderSystem> start(LoadedConfig config) {
    Placement placement = Placement.of(config, null).orElseThrow();
    return TraderSystem.start(
            new SystemSettings(placement, data("running"), null, ACCOUNT, true, true, false))
        .orElseThrow();
  }

  @AfterEach
  void stop() {
    running.lifecycle().stop(STOP_TIMEOUT);
  }

  private Path data(String name) {
    return folder.resolve(name);
  }

  private static String yaml() throws IOException {
    Deque<Integer> ports = new ArrayDeque<>(freePorts(ServiceName.values().length + 1));
    StringBuilder yaml = new StringBuilder("services:\n");
    for (ServiceName name : ServiceName.values()) {
      yaml.append("  %s:\n    device_id: primary\n".formatted(name.key()));
      yaml.append("    port: %d\n".formatted(ports.pop()));
    }
    yaml.append("    http_port: %d\n".formatted(ports.pop()));
    return yaml.append("devices:\n  primary:\n    address: localhost\n").toString();
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }

  private Result<Session> open(Path data) {
    return new Sessions()
        .open(
            new SessionOptions(data, null, null, servicesFile, ACCOUNT, Map.of()),
            SessionOpener.Access.READ);
  }

  @Test
  void talksToTheSystemThatHoldsTheLocks() {
    try (Session session = open(data("running")).orElseThrow()) {
      assertThat(session.services().gateway().getSystemStatus(session.context(STOP_TIMEOUT)))
          .matches(Result::isSuccess);
    }
  }

  @Test
  void refusesAnotherSystemThatAnswersAtThePortOfTheLocks() {
    LockInfo holder =
        new LockInfo(
            ProcessHandle.current().pid(),
            new TreeMap<>(running.value().portsByService()),
            "another-instance",
            Instant.EPOCH);
    ServiceLock lock =
        ServiceLock.acquire(data("other"), ServiceName.GATEWAY.key(), holder).orElseThrow();
    try {
      Problem refusal = open(data("other")).problemOrThrow();

      assertThat(refusal.code()).isEqualTo("OTHER_INSTANCE");
      assertThat(refusal.message()).contains("another-instance", "gateway", "Maybe");
    } finally {
      lock.close();
    }
  }
}
