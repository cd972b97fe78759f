package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;

/** The wish to stop or to resume, with its reason. */
public record HaltCommand(CommandId commandId, String reason) {}
