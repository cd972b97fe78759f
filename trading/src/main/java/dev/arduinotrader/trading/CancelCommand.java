package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;

/** The wish to cancel what is open of a trade. */
public record CancelCommand(CommandId commandId, String tradeId) {}
