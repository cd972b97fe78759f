package dev.arduinotrader.planning;

import java.util.List;

/** Another set of trades, with its score and why it lost. */
public record Alternative(List<String> trades, double score, String whyNot) {
  public Alternative {
    trades = List.copyOf(trades);
  }
}
