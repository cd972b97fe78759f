package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.id.CommandId;

/**
 * The wish for a trading cycle.
 *
 * @param dryRun plan and show; send nothing
 */
public record CycleCommand(CommandId commandId, boolean dryRun) {}
