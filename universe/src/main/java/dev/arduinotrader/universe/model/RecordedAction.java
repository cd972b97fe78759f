package dev.arduinotrader.universe.model;

import dev.arduinotrader.universe.CorporateAction;

/**
 * What a source said about a corporate action at one time.
 *
 * @param withdrawn true when it took back what it had said before
 */
public record RecordedAction(CorporateAction action, boolean withdrawn) {
  String sourceName() {
    return SourceRanking.name(action.announcement().source());
  }
}
