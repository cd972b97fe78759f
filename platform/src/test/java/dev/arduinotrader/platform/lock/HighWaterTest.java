package dev.arduinotrader.platform.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.sample.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighWaterTest {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final Path directory;
  private final Fixtures.HandClock clock = new Fixtures.HandClock();

  private HighWater open() {
    return HighWater.open(directory, clock, MOMENT).orElseThrow();
  }

  HighWaterTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void startsWithoutAHighWater() {
    assertThat(open().instant()).isEqualTo(Instant.EPOCH);
    assertThat(HighWater.stored(directory).orElseThrow()).isEmpty();
  }

  @Test
  void refusesAClockThatTheDataHasPassed() {
    open().raise().orElseThrow();
    clock.set(Fixtures.NOW.minusSeconds(3));

    Problem problem = HighWater.open(directory, clock, MOMENT).problemOrThrow();

    assertThat(problem.code()).isEqualTo("CLOCK_BEHIND");
    assertThat(problem.message())
        .contains("2026-01-30T09:59:58Z")
        .contains("found 2026-01-30T09:59:57Z (test)")
        .contains("Maybe set the device's clock");
  }

  @Test
  void bearsAClockThatIsSetBackByAMoment() {
    open().raise().orElseThrow();
    clock.set(Fixtures.NOW.minusSeconds(2));

    open().raise().orElseThrow();

    assertThat(HighWater.stored(directory).orElseThrow()).contains(Fixtures.NOW);
  }

  @Test
  void risesWithTheClockAndNotice() {
    HighWater water = open();
    water.raise().orElseThrow();
    clock.set(Fixtures.NOW.plusSeconds(60));
    water.raise().orElseThrow();

    assertThat(water.instant()).isEqualTo(clock.now());
    assertThat(open().instant()).isEqualTo(clock.now());
  }

  @Test
  void noticesAClockThatIsSetBackWhileItRuns() {
    HighWater water = open();
    water.raise().orElseThrow();
    clock.set(Fixtures.NOW.minusSeconds(3_600));

    assertThat(water.check().problemOrThrow().code()).isEqualTo("CLOCK_BEHIND");
    assertThat(water.raise().problemOrThrow().code()).isEqualTo("CLOCK_BEHIND");
  }

  @Test
  void keepsTheHighestMarkOfAllWhoShareTheDirectory() {
    HighWater behind = open();
    Fixtures.HandClock fast = new Fixtures.HandClock();
    fast.set(Fixtures.NOW.plusSeconds(1));
    HighWater ahead = HighWater.open(directory, fast, MOMENT).orElseThrow();
    ahead.raise().orElseThrow();

    behind.raise().orElseThrow();

    assertThat(HighWater.stored(directory).orElseThrow()).contains(Fixtures.NOW.plusSeconds(1));
    assertThat(behind.instant()).isEqualTo(Fixtures.NOW.plusSeconds(1));
  }

  @Test
  void isRaisedByManyAtOnce() {
    List<Boolean> raised =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                millis -> {
                  Fixtures.HandClock own = new Fixtures.HandClock();
                  own.set(Fixtures.NOW.plusMillis(millis));
                  return HighWater.open(directory, own, MOMENT).then(HighWater::raise).isSuccess();
                })
            .toList();

    assertThat(raised).hasSize(200).containsOnly(true);
    assertThat(HighWater.stored(directory).orElseThrow()).contains(Fixtures.NOW.plusMillis(199));
  }

  @Test
  void refusesAFileThatItCannotRead() throws IOException {
    Files.writeString(directory.resolve("clock"), "yesterday");

    Problem problem = HighWater.open(directory, clock, MOMENT).problemOrThrow();

    assertThat(problem.code()).isEqualTo("DATA_UNUSABLE");
    assertThat(problem.message()).contains("'yesterday'").contains("backup");
  }
}
