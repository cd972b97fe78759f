package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;

/** The wish to bring prices up to the decision time. */
public record SyncRequest(CommandId commandId) {}
