package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;

/** The wish to change the mode. */
public record SetMode(CommandId commandId, Mode mode) {}
