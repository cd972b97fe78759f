package dev.arduinotrader.platform.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLockTest {
  private final Path directory;

  static LockInfo info(long pid) {
    return new LockInfo(
        pid,
        new TreeMap<>(Map.of("trading", 50_055)),
        "instance-" + pid,
        Instant.parse("2026-01-30T10:00:00Z"));
  }

  /** Another process that takes the lock, says so, and holds it until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
      Path directory = Path.of(arguments[0]);
      long pid = ProcessHandle.current().pid();
      boolean success = ServiceLock.acquire(directory, "trading", info(pid)).isSuccess();
      System.out.println(success ? "held" : "refused");
      System.out.flush();
      System.in.read();
    }
  }

  private Process startHolder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  ServiceLockTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void refusesASecondOwnerInTheSameProcessWithoutLosingTheLock() {
    try (ServiceLock lock = ServiceLock.acquire(directory, "trading", info(1)).orElseThrow()) {
      Problem refusal =
          ServiceLock.acquire(directory.resolve("."), "trading", info(2)).problemOrThrow();

      assertThat(refusal.code()).isEqualTo("DATA_IN_USE");
      assertThat(refusal.message())
          .startsWith("process 1, running since 2026-01-30T10:00:00Z, works on the data of trading")
          .contains("Maybe talk to it");
      assertThat(ServiceLock.holder(directory, "trading")).contains(info(1));
      assertThat(lock).isNotNull();
    }
    assertThat(ServiceLock.holder(directory, "trading")).isEmpty();
  }

  @Test
  void givesTheStateToNobodyWhileItLivesElsewhere() {
    MovedAway.set(directory, "trading", "to green at 2026-01-30T10:00:00Z");

    Problem refusal = ServiceLock.acquire(directory, "trading", info(1)).problemOrThrow();

    assertThat(refusal.code()).isEqualTo("DATA_MOVED");
    assertThat(refusal.message()).contains("it was moved to green at 2026-01-30T10:00:00Z");
    assertThat(ServiceLock.holder(directory, "trading")).isEmpty();
    ServiceLock.acquireToMove(directory, "trading", info(1)).orElseThrow().close();
    MovedAway.clear(directory, "trading");
    ServiceLock.acquire(directory, "trading", info(1)).orElseThrow().close();
  }

  @Test
  void staysWithItsProcessAndEndsWithIt() throws Exception {
    Process holder = startHolder();
    try (BufferedReader out = holder.inputReader()) {
      assertThat(out.readLine()).isEqualTo("held");

      Problem refusal = ServiceLock.acquire(directory, "trading", info(2)).problemOrThrow();
      assertThat(refusal.message())
          .startsWith("process " + holder.pid() + ",")
          .contains("kill " + holder.pid());
      assertThat(ServiceLock.holder(directory, "trading")).contains(info(holder.pid()));
    } finally {
      holder.destroyForcibly().waitFor();
    }

    assertThat(Files.readString(directory.resolve("trading.lock"))).contains("instance-");
    assertThat(ServiceLock.holder(directory, "trading")).isEmpty();
    ServiceLock.acquire(directory, "trading", info(3)).orElseThrow().close();
  }

  @Test
  void keepsOthersOutAfterLookingForAHolder() throws Exception {
    ServiceLock lock = ServiceLock.acquire(directory, "trading", info(1)).orElseThrow();
    ServiceLock.holder(directory, "trading");
    assertThat(ServiceLock.acquire(directory, "trading", info(2)).isSuccess()).isFalse();

    Process other = startHolder();
    try (BufferedReader out = other.inputReader()) {
      assertThat(out.readLine()).isEqualTo("refused");
    } finally {
      other.destroyForcibly().waitFor();
      lock.close();
    }
  }

  @Test
  void locksEachServiceByItself() {
    try (ServiceLock trading = ServiceLock.acquire(directory, "trading", info(1)).orElseThrow();
        ServiceLock portfolio =
            ServiceLock.acquire(directory, "portfolio", info(1)).orElseThrow()) {
      assertThat(trading).isNotSameAs(portfolio);
      assertThat(ServiceLock.holder(directory, "universe")).isEmpty();
    }
  }

  @Test
  void findsNoHolderWhereThereIsNoDirectory() {
    assertThat(ServiceLock.holder(directory.resolve("none"), "trading")).isEmpty();
  }

  @Test
  void saysSoWhenTheDirectoryCannotBeUsed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");

    Problem problem = ServiceLock.acquire(file, "trading", info(1)).problemOrThrow();

    assertThat(problem.code()).isEqualTo("DATA_UNUSABLE");
    assertThat(problem.message()).contains(file.toString());
  }
}
