package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.arduinotrader.trading.SimulatedWeeks.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Trading, its broker and the books through weeks of trouble, one seed after another. Whatever
 * happened: the books equal the broker, nothing is done or booked twice, no balance is below zero.
 *
 * <p>{@code -Dtrader.simulation.seeds=20000} runs more of them, {@code -Dtrader.simulation.first=7}
 * begins elsewhere.
 */
class SimulationTest {
  private static final long FIRST = Long.getLong("trader.simulation.first", 1);
  private static final long SEEDS = Long.getLong("trader.simulation.seeds", 1_000);

  /** Within so many seeds each planted bug must be seen. */
  private static final int SEEDS_FOR_BUG = 60;

  private final Path directory;
  private int runs;

  SimulationTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void theBooksEqualTheBrokerWhateverHappens() {
    Map<Trouble, Integer> troubles = new EnumMap<>(Trouble.class);
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      simulate(seed).troubles().forEach((trouble, n) -> troubles.merge(trouble, n, Integer::sum));
    }
    assertThat(troubles)
        .as("every trouble came")
        .hasSize(SEEDS < 20 ? troubles.size() : Trouble.values().length);
    System.out.printf("simulated %d times: %s%n", SEEDS, troubles);
  }

  @Test
  void theSameSeedIsTheSameStory() {
    assertThat(simulate(42).trace()).isNotEmpty().isEqualTo(simulate(42).trace());
  }

  @ParameterizedTest
  @EnumSource
  void catchesABugThatIsPlanted(PlantedBug bug) {
    Throwable caught = null;
    for (long seed = 1; caught == null && seed <= SEEDS_FOR_BUG; seed++) {
      long one = seed;
      caught = catchThrowable(() -> simulate(one, bug));
    }
    assertThat(caught).as("%s in %d seeds", bug, SEEDS_FOR_BUG).isInstanceOf(AssertionError.class);
  }

  private SimulatedWeeks simulate(long seed, PlantedBug... bugs) {
    try (World world = new World(emptyBooks())) {
      for (PlantedBug bug : bugs) {
        bug.plant(world);
      }
      return new SimulatedWeeks(world, seed).run();
    }
  }

  /**
   * A folder with stores that are migrated already, which takes longer than some simulated weeks.
   */
  private Path emptyBooks() {
    Path template = directory.resolve("run-0");
    Path own = directory.resolve("run-" + ++runs);
    try {
      if (Files.notExists(template)) {
        new World(Files.createDirectory(template)).close();
      }
      Files.createDirectory(own);
      try (Stream<Path> files = Files.list(template)) {
        for (Path file : files.toList()) {
          Files.copy(file, own.resolve(file.getFileName()));
        }
      }
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
