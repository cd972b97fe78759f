package dev.arduinotrader.portfolio;

import java.util.List;

/** Holdings in the order of their ISIN. */
public record Positions(List<Position> positions) {
  public Positions {
    positions = List.copyOf(positions);
  }
}
