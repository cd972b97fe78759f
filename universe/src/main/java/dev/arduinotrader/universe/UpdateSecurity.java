package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;

/**
 * The wish to correct a security's facts by hand.
 *
 * @param dryRun true to be told the outcome without storing it
 */
public record UpdateSecurity(CommandId commandId, Isin isin, SecurityEdit edit, boolean dryRun) {}
