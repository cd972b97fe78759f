package dev.arduinotrader.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.trading.SimulatedWeeks.Trouble;
import dev.arduinotrader.trading.broker.faults.BrokerFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Trading, its broker and the books through weeks of trouble, one seed after another. Whatever
 * happened: the books equal the broker, nothing is done or booked twice, no balance is below zero.
 *
 * <p>{@code -Dtrader.simulation.seeds=20000} runs more of them than a build does, {@code
 * -Dtrader.simulation.first=7} begins elsewhere; the figures are left in {@code
 * target/simulation.txt}.
 */
class SimulationTest {
  private static final long FIRST = Long.getLong("trader.simulation.first", 1);
  private static final long SEEDS = Long.getLong("trader.simulation.seeds", 1_000);

  /** Fewer, as when one seed is looked at again, need not meet every trouble. */
  private static final long SEEDS_FOR_EVERY_TROUBLE = 20;

  /** Within so many seeds each planted bug must be seen. */
  private static final int SEEDS_FOR_BUG = 60;

  private final Path directory;
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong actions = new AtomicLong();
  private final AtomicLong repairs = new AtomicLong();

  SimulationTest(@TempDir Path directory) {
    this.directory = directory;
    new World(directory).close();
  }

  @Test
  void theBooksEqualTheBrokerWhateverHappens() {
    Map<Enum<?>, Integer> troubles =
        LongStream.range(FIRST, FIRST + SEEDS)
            .parallel()
            .mapToObj(this::counted)
            .flatMap(counts -> counts.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    writeFigures(troubles);
    if (SEEDS >= SEEDS_FOR_EVERY_TROUBLE) {
      assertThat(troubles)
          .as("every trouble and every fault of the line came")
          .hasSize(Trouble.values().length + BrokerFault.values().length);
      assertThat(actions).as("dividends and splits").hasPositiveValue();
      assertThat(repairs).as("trades that make good cash below zero").hasPositiveValue();
    }
  }

  /** What a long run has seen, for the note about it. */
  private void writeFigures(Map<Enum<?>, Integer> troubles) {
    Map<String, Integer> named = new TreeMap<>();
    troubles.forEach((trouble, times) -> named.put(trouble.name(), times));
    String figures =
        "%d seeds from %d, %d rounds, %d orders sent, %d dividends and splits, %d repairs, "
                .formatted(
                    SEEDS,
                    FIRST,
                    SEEDS * SimulatedWeeks.ROUNDS,
                    sent.get(),
                    actions.get(),
                    repairs.get())
            + "no violation, %s%n".formatted(named);
    try {
      Files.writeString(Path.of("target", "simulation.txt"), figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Enum<?>, Integer> counted(long seed) {
    SimulatedWeeks weeks = simulate(seed);
    Map<Enum<?>, Integer> counts = new HashMap<>(weeks.troubles());
    counts.putAll(weeks.faults());
    sent.addAndGet(weeks.sent());
    actions.addAndGet(weeks.actions());
    repairs.addAndGet(weeks.repairs());
    return counts;
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
    Path books = emptyBooks();
    try (World world = new World(books, unsafeAtPowerCuts(books))) {
      for (PlantedBug bug : bugs) {
        bug.plant(world);
      }
      return new SimulatedWeeks(world, seed).run();
    }
  }

  /** Programs die here, computers do not: nothing has to wait for the disk. */
  private static Databases unsafeAtPowerCuts(Path directory) {
    return (schema, durability) -> Database.open(directory, schema, Durability.NORMAL);
  }

  /**
   * A folder with stores that are migrated already, which takes longer than some simulated weeks.
   */
  private Path emptyBooks() {
    Path own = directory.resolve("run-" + runs.incrementAndGet());
    try {
      Files.createDirectory(own);
      try (Stream<Path> files = Files.list(directory).filter(Files::isRegularFile)) {
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
