package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to bring prices up to the decision time.
 *
 * @param only these securities, also those that are up to date; empty for all that are not
 * @param source only this source; null for all in the owner's order
 */
public record SyncRequest(CommandId commandId, List<Isin> only, @Nullable String source) {
  public SyncRequest {
    only = List.copyOf(only);
  }

  /** Everything that is not up to date, from whichever source has it. */
  public SyncRequest(CommandId commandId) {
    this(commandId, List.of(), null);
  }
}
