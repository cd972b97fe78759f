package dev.arduinotrader.universe;

import dev.arduinotrader.universe.model.sample.SampleMarket;
import java.nio.file.Path;

/**
 * How the universe service is set up.
 *
 * @param sampleMarket whether an installation without imported prices trades the generated sample
 *     market; the first import of a data directory that has not traded it turns it off for good
 * @param sampleSeed what the sample market is a function of
 * @param dataDirectory where {@code universe.db} is kept
 */
public record UniverseSettings(boolean sampleMarket, long sampleSeed, Path dataDirectory) {
  /** An ordinary installation: the sample market until prices are imported. */
  public static UniverseSettings in(Path dataDirectory) {
    return new UniverseSettings(true, SampleMarket.DEFAULT_SEED, dataDirectory);
  }
}
