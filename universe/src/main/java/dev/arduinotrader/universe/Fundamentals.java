package dev.arduinotrader.universe;

import java.util.List;

/**
 * The latest dated facts that are known, at most one of each security and field.
 *
 * @param facts in the order of the securities asked for, and of the fields
 * @param absent the securities of which nothing is known, each with the reason
 */
public record Fundamentals(List<Fundamental> facts, List<Absent> absent) {
  public Fundamentals {
    facts = List.copyOf(facts);
    absent = List.copyOf(absent);
  }
}
