package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.ActionKind;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.Security;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A corporate action whose time has come.
 *
 * @param effectiveAt when the ex-date began at the exchange: who held before is entitled
 * @param bookedAt when units or money come: at the effective instant or on the day of payment, but
 *     never before the action was known
 */
record DueAction(CorporateAction action, Security security, Instant effectiveAt, Instant bookedAt) {
  /** What comes first is done first; a dividend of a date is of the shares before its split. */
  static final Comparator<DueAction> ORDER =
      Comparator.comparing(DueAction::bookedAt)
          .thenComparing(DueAction::effectiveAt)
          .thenComparing(DueAction::kind)
          .thenComparing(DueAction::isin);

  Isin isin() {
    return action.isin();
  }

  ActionKind kind() {
    return action.kind();
  }

  LocalDate exDate() {
    return action.exDate();
  }

  /** The broker's id of what it brings: one for ever. */
  String movementId() {
    String kind =
        switch (action) {
          case CorporateAction.CashDividend ignored -> "dividend";
          case CorporateAction.Split ignored -> "split";
          case CorporateAction.SpinOff ignored -> "spin-off";
          case CorporateAction.Merger ignored -> "merger";
        };
    return "%s-%s-%s".formatted(kind, isin(), exDate());
  }
}
