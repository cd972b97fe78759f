package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;

/** The wish that the universe holds this security with these facts. */
public record AddSecurity(CommandId commandId, Security security) {}
