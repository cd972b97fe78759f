package dev.arduinotrader.platform.placement;

import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A fleet whose files fit together.
 *
 * @param homes where each of the seven services lives, at least one place each
 * @param warnings what is allowed but should not go unnoticed, with file and line
 */
public record FleetReport(Map<ServiceName, List<ServiceInstance>> homes, List<String> warnings) {
  public FleetReport {
    homes = Collections.unmodifiableMap(new EnumMap<>(homes));
    warnings = List.copyOf(warnings);
  }
}
