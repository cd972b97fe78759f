package dev.arduinotrader.universe;

import java.util.List;

/** Quotes in the order asked for, and what there is no quote of. */
public record Quotes(List<Quote> quotes, List<Absent> absent) {
  public Quotes {
    quotes = List.copyOf(quotes);
    absent = List.copyOf(absent);
  }
}
