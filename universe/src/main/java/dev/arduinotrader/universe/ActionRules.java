package dev.arduinotrader.universe;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of the values of a corporate action. */
final class ActionRules {
  private static final int SHARES_MAX = 1_000_000;

  private ActionRules() {}

  static void above(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          "expected %s above zero, found %s".formatted(name, value.toPlainString()));
    }
  }

  static void shares(String name, int count) {
    if (count < 1 || count > SHARES_MAX) {
      throw new IllegalArgumentException(
          "expected %s from 1 to %,d, found %d".formatted(name, SHARES_MAX, count));
    }
  }

  static void notBefore(String name, @Nullable LocalDate date, LocalDate exDate) {
    if (date != null && date.isBefore(exDate)) {
      throw new IllegalArgumentException(
          "expected %s at or after the ex-date %s, found %s".formatted(name, exDate, date));
    }
  }

  static List<ActionLeg> legs(List<ActionLeg> legs) {
    if (legs.isEmpty() || legs.size() > CorporateAction.LEGS_MAX) {
      throw new IllegalArgumentException(
          "expected 1 to %d legs, found %d".formatted(CorporateAction.LEGS_MAX, legs.size()));
    }
    return List.copyOf(legs);
  }
}
