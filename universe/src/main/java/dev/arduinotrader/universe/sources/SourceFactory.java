package dev.arduinotrader.universe.sources;

import dev.arduinotrader.universe.SourceSetting;

/** Makes a source of its setting. */
@FunctionalInterface
public interface SourceFactory extends AutoCloseable {
  /** A source that may be unable to do anything, but says why when it is asked. */
  MarketDataSource make(SourceSetting setting);

  /** Ends what all sources share. */
  @Override
  default void close() {}
}
