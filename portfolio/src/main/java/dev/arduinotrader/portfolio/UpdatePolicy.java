package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.CommandId;

/**
 * The wish to replace the policy.
 *
 * @param basedOnVersion the version that the author saw
 */
public record UpdatePolicy(CommandId commandId, long basedOnVersion, InvestmentPolicy policy) {}
