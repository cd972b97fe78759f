package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;

/**
 * The wish to take a security out of the universe, keeping all that is stored of it.
 *
 * @param reason why, for people; not blank
 * @param dryRun true to be told the outcome without storing it
 */
public record RemoveSecurity(CommandId commandId, Isin isin, String reason, boolean dryRun) {}
