package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.util.stream.Collectors;

/** Movements in one line for a person. */
public final class MovementTexts {
  private MovementTexts() {}

  /** What happened; every entry names its cause. */
  public static String description(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution e ->
          (e.side() == Side.BUY ? "Bought " : "Sold ") + units(e) + commission(e.commission());
      case BrokerMovement.Exchange e ->
          "Exchanged " + e.sold() + " for " + e.bought() + commission(e.commission());
      case BrokerMovement.CashFlow f -> f.note().isBlank() ? f.kind() + " " + f.amount() : f.note();
      case LedgerEntry.Dividend d ->
          "Dividend of %s: %s%s%s".formatted(d.isin(), d.gross(), withheld(d), noted(d.note()));
      case LedgerEntry.CorporateAction a -> action(a);
      case LedgerEntry.OpeningPosition o ->
          "Opening %s %s, cost %s (%s)"
              .formatted(
                  o.quantity(), o.isin(), o.cost() == null ? "not known" : o.cost(), o.evidence());
      case LedgerEntry.Reversal r -> "Takes back " + r.reversedSourceId() + ": " + r.reason();
      case LedgerEntry.CashAdjustment c ->
          "Adjusted cash by " + c.amount() + " (" + c.evidence() + ")";
      case LedgerEntry.UnitsAdjustment u ->
          "Adjusted %s by %s units (%s)".formatted(u.isin(), u.change(), u.evidence());
    };
  }

  private static String units(BrokerMovement.Execution e) {
    return e.quantity() + " " + e.isin() + " at " + e.price() + " = " + e.gross();
  }

  private static String commission(Money commission) {
    return commission.isZero() ? "" : ", commission " + commission;
  }

  private static String withheld(LedgerEntry.Dividend dividend) {
    return dividend.withheld().isZero() ? "" : ", withheld " + dividend.withheld();
  }

  private static String action(LedgerEntry.CorporateAction action) {
    String legs =
        action.legs().stream()
            .map(leg -> (leg.change().isPositive() ? "+" : "") + leg.change() + " " + leg.isin())
            .collect(Collectors.joining(", "));
    String cash = action.cash().isZero() ? "" : ", cash " + action.cash();
    return action.kind() + " of " + action.isin() + ": " + legs + cash + noted(action.note());
  }

  private static String noted(String note) {
    return note.isBlank() ? "" : " (" + note + ")";
  }
}
