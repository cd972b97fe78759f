package dev.arduinotrader.portfolio;

import java.time.LocalDate;

/**
 * Which days to value.
 *
 * @param from the first day
 * @param to the last day, not before {@code from}, at most 400 days later, over at the decision
 *     time
 * @param rebuild value every day again instead of taking what is stored
 */
public record ValuationQuery(LocalDate from, LocalDate to, boolean rebuild) {
  public static final int DAYS_MAX = 400;
}
