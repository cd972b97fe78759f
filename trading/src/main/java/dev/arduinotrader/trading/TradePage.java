package dev.arduinotrader.trading;

import java.util.List;

/** Trades, newest first. */
public record TradePage(List<Trade> trades) {
  public TradePage {
    trades = List.copyOf(trades);
  }
}
