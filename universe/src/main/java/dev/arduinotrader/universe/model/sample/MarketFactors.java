package dev.arduinotrader.universe.model.sample;

import java.util.List;

/** What moves many securities at once, a weekday at a time: the world, countries, industries. */
final class MarketFactors {
  private static final double WORLD_VOLATILITY = 0.16;

  private final Draws regimeDraws;
  private final Draws worldDraws;
  private final List<String> countries;
  private final List<String> industries;
  private final List<Draws> countryDraws;
  private final List<Draws> industryDraws;
  private final double[] countryMoves;
  private final double[] industryMoves;
  private Regime regime = Regime.BULL;
  private double worldMove;

  MarketFactors(long seed, List<SampleListing> listings) {
    regimeDraws = Draws.of(seed, "regime");
    worldDraws = Draws.of(seed, "world");
    countries = listings.stream().map(SampleListing::country).distinct().sorted().toList();
    industries = listings.stream().map(SampleListing::industry).distinct().sorted().toList();
    countryDraws = countries.stream().map(name -> Draws.of(seed, "country:" + name)).toList();
    industryDraws = industries.stream().map(name -> Draws.of(seed, "industry:" + name)).toList();
    countryMoves = new double[countries.size()];
    industryMoves = new double[industries.size()];
  }

  /** Goes to the weekday of this number; to be called with 0, 1, 2 and so on. */
  void step(int number) {
    regime = regime.next(regimeDraws.uniform(2L * number), regimeDraws.uniform(2L * number + 1));
    double scale = regime.volatility();
    worldMove =
        scale * worldDraws.fatTailed(number)
            + regime.drift() / (WORLD_VOLATILITY * Math.sqrt(Weekdays.PER_YEAR));
    for (int i = 0; i < countryMoves.length; i++) {
      countryMoves[i] = scale * countryDraws.get(i).fatTailed(number);
    }
    for (int i = 0; i < industryMoves.length; i++) {
      industryMoves[i] = scale * industryDraws.get(i).fatTailed(number);
    }
  }

  int countryIndex(String country) {
    return countries.indexOf(country);
  }

  int industryIndex(String industry) {
    return industries.indexOf(industry);
  }

  /** The day's move of the world, in its own standard deviations; so are the other two. */
  double world() {
    return worldMove;
  }

  double country(int index) {
    return countryMoves[index];
  }

  double industry(int index) {
    return industryMoves[index];
  }
}
