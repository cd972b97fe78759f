package dev.arduinotrader.universe;

import java.util.Set;

/** A configured source, what it offers, and how it has been doing. */
public record SourceStatus(
    SourceSetting setting, Set<SourceAbility> abilities, SourceHealth health) {
  public SourceStatus {
    abilities = Set.copyOf(abilities);
  }
}
