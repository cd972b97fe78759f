package dev.arduinotrader.universe;

import java.util.List;

/**
 * The configured sources, the most trusted first.
 *
 * @param version what a change has to name to be allowed
 */
public record SourceList(List<SourceStatus> sources, String version) {
  public SourceList {
    sources = List.copyOf(sources);
  }

  /** The settings alone, in the same order. */
  public List<SourceSetting> settings() {
    return sources.stream().map(SourceStatus::setting).toList();
  }
}
