package dev.arduinotrader.planning.model.search;

import java.util.List;

/**
 * One set of trades with its score.
 *
 * @param trades numbers of the trades, ascending; empty for doing nothing
 */
public record Found(List<Integer> trades, double score) {
  public Found {
    trades = List.copyOf(trades);
  }
}
