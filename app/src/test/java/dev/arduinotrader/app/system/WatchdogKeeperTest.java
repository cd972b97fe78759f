package dev.arduinotrader.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchdogKeeperTest {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final ServiceManager manager =
      state -> {
        told.add(state);
        return Result.success(Done.DONE);
      };

  private WatchdogKeeper keeper(Runnable planning) {
    return new WatchdogKeeper(manager, Map.of("planning", planning, "trading", () -> {}), PAUSE);
  }

  @Test
  void tellsThatItIsReadyThatItLivesAndThatItStops() throws InterruptedException {
    CountDownLatch beats = new CountDownLatch(2);
    WatchdogKeeper keeper = keeper(beats::countDown).start();
    beats.await();
    keeper.close();
    assertThat(told).startsWith("READY=1", "WATCHDOG=1").endsWith("STOPPING=1");
  }

  @Test
  void tellsNothingWhileAServiceDoesNotAnswer() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    WatchdogKeeper keeper =
        keeper(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    keeper.beat();
    assertThat(told).isEmpty();
    never.countDown();
    keeper.beat();
    assertThat(told).containsExactly("WATCHDOG=1");
    keeper.close();
  }

  @Test
  void livesWithAServiceWhoseLookAtItselfIsAtFault() throws InterruptedException {
    WatchdogKeeper keeper =
        keeper(
            () -> {
              throw new IllegalStateException("a fault");
            });
    keeper.beat();
    assertThat(told).containsExactly("WATCHDOG=1");
    keeper.close();
  }

  @Test
  void tellsAThirdOfTheTimeThatSystemdGives() {
    assertThat(WatchdogKeeper.pause(Map.of("NOTIFY_SOCKET", "/x", "WATCHDOG_USEC", "60000000")))
        .contains(Duration.ofSeconds(20));
    assertThat(WatchdogKeeper.pause(Map.of("WATCHDOG_USEC", "60000000"))).isEmpty();
    assertThat(WatchdogKeeper.pause(Map.of("NOTIFY_SOCKET", "/x"))).isEmpty();
    assertThat(WatchdogKeeper.pause(Map.of("NOTIFY_SOCKET", "/x", "WATCHDOG_USEC", "soon")))
        .isEmpty();
  }

  /** Debian's own Python has the socket of datagrams that Java lacks. */
  @Test
  void isHeardAtASocketAsSystemdOpensOne(@TempDir Path folder)
      throws IOException, InterruptedException {
    String socket = folder.resolve("notify").toString();
    String listen =
        """
        import socket
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        s.bind("%s")
        print("bound", flush=True)
        print(s.recv(4096).decode().splitlines()[0], flush=True)
        """
            .formatted(socket);
    Process listener = new ProcessBuilder("/usr/bin/python3", "-c", listen).start();
    try (BufferedReader heard =
        new BufferedReader(
            new InputStreamReader(listener.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(heard.readLine()).isEqualTo("bound");
      Result<Done> done = Systemd.of(Map.of(Systemd.SOCKET, socket)).tell("WATCHDOG=1");
      if (done.isSuccess()) {
        assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
      } else {
        assertThat(done.problemOrThrow().message()).contains("systemd-notify", "Type=notify");
      }
    } finally {
      listener.destroyForcibly();
    }
  }

  @Test
  void saysWhatIsMissingWhereTheProgramIsNotThere() {
    Systemd nowhere = new Systemd(List.of("no-such-program"), Map.of());
    assertThat(nowhere.tell("READY=1").problemOrThrow().message())
        .contains("expected no-such-program to tell systemd READY=1", "Maybe install");
  }
}
