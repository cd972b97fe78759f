package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that watches a process where there is no systemd. */
final class OuterWatchTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern STARTED = Pattern.compile("watch: started \\(pid (\\d+)\\)");

  @Test
  void killsAFrozenProcessAndStartsItAnew(@TempDir Path folder) throws IOException {
    Trader trader = new Trader(folder);
    trader
        .with("TRADER_COMMAND", trader.launcher().toString())
        .with("TRADER_DATA", trader.data().toString())
        .with("SERVICES_CONFIG_PATH", FleetFiles.local(folder).services().toString())
        .with("SILENCE_SECONDS", "6");
    try (Running watch = trader.startScript("watch", "watch.sh", "--no-schedule")) {
      Await.until("a sign of life", LIMIT, () -> beats(trader), watch::said);
      long frozen = pids(watch).getFirst();
      Running.signal("-STOP", frozen, "the watched process");

      Await.until("another process", LIMIT, () -> pids(watch).size() == 2, watch::said);
      Await.until("its sign of life", LIMIT, () -> beats(trader), watch::said);

      assertThat(ProcessHandle.of(frozen)).isEqualTo(Optional.empty());
      assertThat(watch.said()).contains("no sign of life from pid " + frozen);
      assertThat(watch.stop()).isZero();
      assertThat(ProcessHandle.of(pids(watch).getLast())).isEmpty();
    }
  }

  private static boolean beats(Trader trader) {
    Path heartbeat = trader.data().resolve("heartbeat");
    try {
      return Files.exists(heartbeat) && Files.readString(heartbeat).startsWith("WATCHDOG=1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> pids(Running watch) {
    return STARTED
        .matcher(watch.said())
        .results()
        .map((MatchResult found) -> Long.parseLong(found.group(1)))
        .toList();
  }
}
