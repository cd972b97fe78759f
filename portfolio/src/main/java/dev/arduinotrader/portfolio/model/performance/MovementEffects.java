package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.model.UnitChange;
import dev.arduinotrader.portfolio.model.performance.WalkedDay.Sums;

/**
 * What a movement does to the parts of an account. A commission belongs to its security, a dividend
 * too; what an exchange loses belongs to the currency that was bought.
 */
final class MovementEffects {
  private MovementEffects() {}

  static void apply(BrokerMovement movement, DayBook book) {
    for (UnitChange change : UnitChange.of(movement)) {
      book.change(new Node.Units(change.isin()), change.by().value());
    }
    switch (movement) {
      case BrokerMovement.Execution e -> trade(e, book);
      case BrokerMovement.Exchange e -> exchange(e, book);
      case BrokerMovement.CashFlow f -> flow(f, book);
      case LedgerEntry.Dividend d -> dividend(d, book);
      case LedgerEntry.CorporateAction a -> action(a, book);
      case LedgerEntry.OpeningPosition o ->
          book.external(new Node.Units(o.isin()), book.inBase(o.isin(), o.quantity().value()));
      case LedgerEntry.CashAdjustment c -> {
        book.addCash(c.amount());
        book.external(cash(c.amount()), book.inBase(c.amount()));
        book.sum(new Sums(0, 0, 0, 0, 0, 0, 0, 1));
      }
      case LedgerEntry.UnitsAdjustment u -> {
        book.external(new Node.Units(u.isin()), book.inBase(u.isin(), u.change().value()));
        book.sum(new Sums(0, 0, 0, 0, 0, 0, 0, 1));
      }
      case LedgerEntry.Reversal ignored -> {}
    }
  }

  private static Node cash(Money money) {
    return new Node.Cash(money.currency());
  }

  private static void trade(BrokerMovement.Execution e, DayBook book) {
    Node units = new Node.Units(e.isin());
    double gross = book.inBase(e.gross());
    double commission = book.inBase(e.commission());
    book.addCash(e.commission().negated());
    book.move(cash(e.commission()), units, commission);
    if (e.side() == Side.BUY) {
      book.addCash(e.gross().negated());
      book.move(cash(e.gross()), units, gross);
      book.sum(new Sums(gross, 0, 0, 0, commission, 0, 0, 0));
    } else {
      book.addCash(e.gross());
      book.move(units, cash(e.gross()), gross);
      book.sum(new Sums(0, gross, 0, 0, commission, 0, 0, 0));
    }
  }

  private static void exchange(BrokerMovement.Exchange e, DayBook book) {
    book.addCash(e.sold().negated());
    book.addCash(e.bought());
    book.addCash(e.commission().negated());
    book.move(cash(e.sold()), cash(e.bought()), book.inBase(e.sold()));
    book.sum(new Sums(0, 0, 0, 0, book.inBase(e.commission()), 0, 0, 0));
  }

  private static void flow(BrokerMovement.CashFlow f, DayBook book) {
    double value = book.inBase(f.amount());
    book.addCash(f.amount());
    switch (f.kind()) {
      case DEPOSIT, WITHDRAWAL -> book.external(cash(f.amount()), value);
      case DIVIDEND -> book.sum(new Sums(0, 0, value, 0, 0, 0, 0, 0));
      case INTEREST -> book.sum(new Sums(0, 0, 0, value, 0, 0, 0, 0));
      case FEE -> book.sum(new Sums(0, 0, 0, 0, 0, -value, 0, 0));
      case TAX -> book.sum(new Sums(0, 0, 0, 0, 0, 0, -value, 0));
    }
  }

  private static void dividend(LedgerEntry.Dividend d, DayBook book) {
    book.addCash(d.net());
    book.move(new Node.Units(d.isin()), cash(d.net()), book.inBase(d.net()));
    book.sum(new Sums(0, 0, book.inBase(d.gross()), 0, 0, 0, book.inBase(d.withheld()), 0));
  }

  private static void action(LedgerEntry.CorporateAction a, DayBook book) {
    Node source = new Node.Units(a.isin());
    for (LedgerEntry.Leg leg : a.legs()) {
      if (!leg.isin().equals(a.isin())) {
        book.move(
            source, new Node.Units(leg.isin()), book.inBase(leg.isin(), leg.change().value()));
      }
    }
    if (!a.cash().isZero()) {
      book.addCash(a.cash());
      book.move(source, cash(a.cash()), book.inBase(a.cash()));
    }
  }
}
