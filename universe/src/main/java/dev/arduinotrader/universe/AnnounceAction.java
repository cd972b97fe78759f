package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;

/**
 * The wish that the universe knows of a corporate action, or no longer stands by one.
 *
 * @param action as its announcement's source tells of it; the same kind and ex-date from the same
 *     source corrects what it said before, from now on
 * @param withdrawn true to take the action back
 */
public record AnnounceAction(CommandId commandId, CorporateAction action, boolean withdrawn) {}
