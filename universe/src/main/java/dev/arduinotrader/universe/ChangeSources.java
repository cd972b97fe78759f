package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import java.util.List;

/**
 * The wish to have these sources in this order, and no others.
 *
 * @param fromVersion the version of the list that the change was made from
 */
public record ChangeSources(CommandId commandId, String fromVersion, List<SourceSetting> sources) {
  public ChangeSources {
    sources = List.copyOf(sources);
  }
}
