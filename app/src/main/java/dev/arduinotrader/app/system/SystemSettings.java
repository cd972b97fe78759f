package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.config.ConfigWatch;
import dev.arduinotrader.platform.placement.Placement;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a process is to be.
 *
 * @param placement what it hosts and how it reaches the rest
 * @param clockStart where its clock starts, null for the machine's own time
 * @param account the account that the gateway's page and autopilot look after
 * @param serving whether it opens its ports; a command that works for a moment does not
 * @param changing whether it may change state; the data directory's clock then moves up to its own
 * @param scheduled whether the autopilot runs
 * @param standby whether it waits for a database that another process has, and takes it over when
 *     that one falls silent
 * @param files the configuration files to follow while it runs, null for none
 */
public record SystemSettings(
    Placement placement,
    Path dataDirectory,
    @Nullable Instant clockStart,
    AccountId account,
    boolean serving,
    boolean changing,
    boolean scheduled,
    boolean standby,
    @Nullable ConfigWatch files) {

  /** A process that keeps its configuration as it is. */
  public SystemSettings(
      Placement placement,
      Path dataDirectory,
      @Nullable Instant clockStart,
      AccountId account,
      boolean serving,
      boolean changing,
      boolean scheduled) {
    this(placement, dataDirectory, clockStart, account, serving, changing, scheduled, false, null);
  }
}
