package dev.arduinotrader.app.backup;

import dev.arduinotrader.kernel.id.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a restore has done.
 *
 * @param backup the id of the backup
 * @param keptAside where the state from before is, null when there was none
 * @param halted the accounts whose orders wait for an owner
 */
public record RestoreReport(
    String backup, Instant asOf, @Nullable String keptAside, List<AccountId> halted) {
  public RestoreReport {
    halted = List.copyOf(halted);
  }
}
