package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.id.CommandId;

/**
 * The wish to run a job.
 *
 * @param job planner-batch or trading-cycle
 */
public record JobCommand(CommandId commandId, String job) {}
