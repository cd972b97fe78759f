package dev.arduinotrader.universe;

import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.universe.model.sample.SampleMarket;
import java.nio.file.Path;

/**
 * How the universe service is set up.
 *
 * @param sampleMarket whether an installation without imported prices trades the generated sample
 *     market; the first import of a data directory that has not traded it turns it off for good
 * @param sampleSeed what the sample market is a function of
 * @param dataDirectory of the installation, for messages
 * @param databases where the universe's store is kept
 */
public record UniverseSettings(
    boolean sampleMarket, long sampleSeed, Path dataDirectory, Databases databases) {
  /** With the store in {@code dataDirectory/universe.db}. */
  public UniverseSettings(boolean sampleMarket, long sampleSeed, Path dataDirectory) {
    this(sampleMarket, sampleSeed, dataDirectory, Databases.in(dataDirectory));
  }

  /** An ordinary installation: the sample market until prices are imported. */
  public static UniverseSettings in(Path dataDirectory) {
    return in(dataDirectory, Databases.in(dataDirectory));
  }

  /** As {@link #in(Path)}, with the store among these databases. */
  public static UniverseSettings in(Path dataDirectory, Databases databases) {
    return new UniverseSettings(true, SampleMarket.DEFAULT_SEED, dataDirectory, databases);
  }
}
