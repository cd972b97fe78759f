package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.QuoteUnit;
import java.util.Random;

/** Snapshots with scores and targets from a seed: holdings, cash, currencies and odd lots. */
final class RandomWorlds {
  private static final QuoteUnit[] UNITS = {World.EUR, World.USD, World.GBX};
  private static final String[] LOTS = {"1", "1", "1", "10", "0.001"};

  private final long seed;
  private final int securities;

  RandomWorlds(long seed, int securities) {
    this.seed = seed;
    this.securities = securities;
  }

  World world() {
    Random random = new Random(seed);
    World world =
        new World()
            .rate(Currency.USD, "1.0752")
            .rate(Currency.GBP, "0.8689")
            .cash("" + random.nextInt(20_000), Currency.EUR)
            .cash("" + random.nextInt(2_000), Currency.USD);
    for (int i = 0; i < securities; i++) {
      QuoteUnit unit = UNITS[random.nextInt(UNITS.length)];
      String price = Integer.toString(5 + random.nextInt(200)) + "." + random.nextInt(1_000);
      String lot = LOTS[random.nextInt(LOTS.length)];
      world.security(symbol(i), price, unit, "C" + random.nextInt(5), "I" + random.nextInt(6), lot);
      if (random.nextInt(3) == 0) {
        world.holding(symbol(i), Integer.toString(1 + random.nextInt(60)));
      }
    }
    return world;
  }

  /** Scores and targets; the targets sum to at most 1. */
  Services services() {
    Random random = new Random(seed + 1_000_000);
    Services services = new Services();
    double[] raw = new double[securities];
    double sum = 0;
    for (int i = 0; i < securities; i++) {
      raw[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
      sum += raw[i];
    }
    for (int i = 0; i < securities; i++) {
      services.judge(symbol(i), random.nextDouble(), sum == 0 ? 0 : 0.95 * raw[i] / sum);
    }
    return services;
  }

  private static String symbol(int number) {
    return "S" + number;
  }
}
