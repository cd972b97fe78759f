package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a movement must be like to be a fact at all. */
public final class MovementRules {
  private static final int SOURCE_ID_LENGTH_MAX = 128;
  private static final int NOTE_LENGTH_MAX = 500;

  /** A gross amount further from quantity times price than this is in another unit. */
  private static final BigDecimal GROSS_TOLERANCE = new BigDecimal("0.01");

  private MovementRules() {}

  /** Everything that is wrong with a movement; empty when it may be booked. */
  public static List<Fault> faults(String place, BrokerMovement movement) {
    List<Fault> faults = new ArrayList<>();
    if (movement.sequence() < 1) {
      faults.add(
          new Fault(place + ".sequence", "expected 1 or more, found " + movement.sequence()));
    }
    faults.addAll(factFaults(place, movement));
    return faults;
  }

  /** As {@link #faults}, for a movement that has no number of the outbox. */
  static List<Fault> factFaults(String place, BrokerMovement movement) {
    List<Fault> faults = new ArrayList<>();
    String sourceId = movement.sourceId();
    if (sourceId.isBlank() || sourceId.length() > SOURCE_ID_LENGTH_MAX) {
      faults.add(
          new Fault(
              place + ".sourceId",
              "expected the broker's id of 1 to 128 characters, found '" + sourceId + "'"));
    }
    switch (movement) {
      case BrokerMovement.Execution execution -> addFaults(faults, place, execution);
      case BrokerMovement.Exchange exchange -> addFaults(faults, place, exchange);
      case BrokerMovement.CashFlow flow -> addFaults(faults, place, flow);
      case LedgerEntry entry -> EntryRules.addFaults(faults, place, entry);
    }
    return faults;
  }

  private static void addFaults(
      List<Fault> faults, String place, BrokerMovement.Execution execution) {
    Quantity quantity = execution.quantity();
    if (!quantity.isPositive()) {
      faults.add(new Fault(place + ".quantity", "expected more than zero, found " + quantity));
    }
    addCommissionFault(faults, place, execution.commission());
    Money gross = execution.gross();
    if (!gross.currency().equals(execution.price().currency())) {
      faults.add(
          new Fault(
              place + ".gross",
              "expected an amount in " + execution.price().currency() + ", found " + gross));
      return;
    }
    Money expected = execution.price().times(quantity);
    Money cent = new Money(BigDecimal.ONE.movePointLeft(gross.amount().scale()), gross.currency());
    Money tolerance = expected.abs().times(GROSS_TOLERANCE, RoundingMode.CEILING).max(cent);
    if (gross.isNegative() || gross.minus(expected).abs().isGreaterThan(tolerance)) {
      faults.add(
          new Fault(
              place + ".gross",
              "expected %s times %s = %s, found %s\nMaybe the price is in another unit."
                  .formatted(quantity, execution.price(), expected, gross)));
    }
  }

  private static void addFaults(
      List<Fault> faults, String place, BrokerMovement.Exchange exchange) {
    if (!exchange.sold().isPositive()) {
      faults.add(new Fault(place + ".sold", "expected more than zero, found " + exchange.sold()));
    }
    if (!exchange.bought().isPositive()) {
      faults.add(
          new Fault(place + ".bought", "expected more than zero, found " + exchange.bought()));
    }
    if (exchange.sold().currency().equals(exchange.bought().currency())) {
      faults.add(
          new Fault(
              place + ".bought",
              "expected another currency than " + exchange.sold().currency() + ", found the same"));
    }
    addCommissionFault(faults, place, exchange.commission());
  }

  private static void addFaults(List<Fault> faults, String place, BrokerMovement.CashFlow flow) {
    Money amount = flow.amount();
    boolean plausible =
        switch (flow.kind()) {
          case DEPOSIT -> amount.isPositive();
          case WITHDRAWAL -> amount.isNegative();
          case DIVIDEND, INTEREST, FEE, TAX -> !amount.isZero();
        };
    if (!plausible) {
      String expected =
          switch (flow.kind()) {
            case DEPOSIT -> "expected a deposit above zero, found %s";
            case WITHDRAWAL -> "expected a withdrawal below zero, found %s";
            case DIVIDEND, INTEREST, FEE, TAX -> "expected an amount that is not zero, found %s";
          };
      faults.add(new Fault(place + ".amount", expected.formatted(amount)));
    }
    if (flow.note().length() > NOTE_LENGTH_MAX) {
      faults.add(
          new Fault(
              place + ".note", "expected at most 500 characters, found " + flow.note().length()));
    }
  }

  private static void addCommissionFault(List<Fault> faults, String place, Money commission) {
    if (commission.isNegative()) {
      faults.add(new Fault(place + ".commission", "expected zero or more, found " + commission));
    }
  }
}
