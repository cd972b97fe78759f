package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.universe.model.Fixing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * One currency against the euro: fixings on weekdays, and between two of them a way from one to the
 * other that takes the last day before the later one. Over the weekend the rate hardly moves.
 */
final class RateWalk {
  private static final int CAPACITY_FIRST = 6000;
  private static final double NOISE_SHARE = 0.60;
  private static final double RESTING_SHARE = 0.05;

  private final RateListing listing;
  private final Weekdays weekdays;
  private final Draws moves;
  private final Draws path;
  private final Draws rest;
  private final double scale;
  private final double levelLogarithm;
  private final double dayVolatility;
  private double logarithm;
  private int[] fixings = new int[CAPACITY_FIRST];
  private int size;

  RateWalk(long seed, RateListing listing, Weekdays weekdays) {
    String code = listing.currency().code();
    this.listing = listing;
    this.weekdays = weekdays;
    moves = Draws.of(seed, "rate:" + code);
    path = Draws.of(seed, "rate-path:" + code);
    rest = Draws.of(seed, "rate-rest:" + code);
    scale = BigDecimal.ONE.movePointRight(listing.digits()).doubleValue();
    levelLogarithm = StrictMath.log(listing.level() * scale);
    logarithm = levelLogarithm;
    dayVolatility = listing.volatility() / Math.sqrt(Weekdays.PER_YEAR);
  }

  /** The fixing of the weekday of this number, in units of the last digit. */
  synchronized int fixing(int number) {
    for (; size <= number; size++) {
      logarithm +=
          listing.drawBack() / Weekdays.PER_YEAR * (levelLogarithm - logarithm)
              + dayVolatility * moves.fatTailed(size);
      if (size == fixings.length) {
        fixings = Arrays.copyOf(fixings, size + size / 2);
      }
      fixings[size] = Math.toIntExact(Math.round(StrictMath.exp(logarithm)));
    }
    return fixings[number];
  }

  /** The fixings of the first weekdays, so many of them, as rates. */
  double[] fixings(int count) {
    double[] rates = new double[count];
    for (int number = 0; number < count; number++) {
      rates[number] = fixing(number) / scale;
    }
    return rates;
  }

  /** The rate at a whole second, not before the first fixing. */
  BigDecimal at(Instant second) {
    int number = weekdays.lastUntil(Fixing.lastDue(second));
    int from = fixing(number);
    int nextDay = weekdays.epochDay(number + 1);
    Instant start = Fixing.at(nextDay - 1L);
    long step = Duration.between(start, second).toSeconds();
    double units;
    if (step <= 0) {
      long rested = Duration.between(Fixing.at(weekdays.epochDay(number)), second).toSeconds();
      double sway =
          RESTING_SHARE
              * dayVolatility
              * LayeredNoise.at(rest, number, rested, Duration.ofDays(4).toSeconds());
      // The fixing's own second shows the fixing.
      units = from * (1 + (rested == 0 ? 0 : sway));
    } else {
      int to = fixing(number + 1);
      long length = Duration.between(start, Fixing.at(nextDay)).toSeconds();
      double sway = NOISE_SHARE * dayVolatility * from * LayeredNoise.arch(step, length);
      units =
          from
              + (double) (to - from) * step / length
              + sway * LayeredNoise.at(path, number, step, length);
    }
    return BigDecimal.valueOf(Math.round(units), listing.digits());
  }
}
