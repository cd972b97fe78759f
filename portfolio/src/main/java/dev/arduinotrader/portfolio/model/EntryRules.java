package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.LedgerEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an entry that is neither trade nor exchange nor cash must be like to be a fact at all. */
final class EntryRules {
  private static final int LEGS_MAX = 4;
  private static final int TEXT_LENGTH_MAX = 500;

  private EntryRules() {}

  static void addFaults(List<Fault> faults, String place, LedgerEntry entry) {
    switch (entry) {
      case LedgerEntry.Dividend dividend -> addFaults(faults, place, dividend);
      case LedgerEntry.CorporateAction action -> addFaults(faults, place, action);
      case LedgerEntry.OpeningPosition opening -> addFaults(faults, place, opening);
      case LedgerEntry.Reversal reversal -> {
        addTextFault(faults, place + ".reversedSourceId", reversal.reversedSourceId());
        addTextFault(faults, place + ".reason", reversal.reason());
        if (reversal.reversedSourceId().equals(reversal.sourceId())) {
          faults.add(
              new Fault(place + ".reversedSourceId", "expected another entry, found itself"));
        }
      }
      case LedgerEntry.CashAdjustment adjustment -> {
        addTextFault(faults, place + ".evidence", adjustment.evidence());
        if (adjustment.amount().isZero()) {
          faults.add(new Fault(place + ".amount", "expected an amount that is not zero"));
        }
      }
      case LedgerEntry.UnitsAdjustment adjustment -> {
        addTextFault(faults, place + ".evidence", adjustment.evidence());
        if (adjustment.change().isZero()) {
          faults.add(new Fault(place + ".change", "expected units that are not zero"));
        }
      }
    }
  }

  private static void addFaults(List<Fault> faults, String place, LedgerEntry.Dividend dividend) {
    Money gross = dividend.gross();
    Money withheld = dividend.withheld();
    if (gross.isZero()) {
      faults.add(new Fault(place + ".gross", "expected an amount that is not zero"));
    }
    if (!withheld.currency().equals(gross.currency())) {
      faults.add(
          new Fault(
              place + ".withheld",
              "expected an amount in " + gross.currency() + ", found " + withheld));
    } else if (withheld.signum() * gross.signum() < 0
        || withheld.abs().isGreaterThan(gross.abs())) {
      faults.add(
          new Fault(place + ".withheld", "expected a part of " + gross + ", found " + withheld));
    }
    addLengthFault(faults, place + ".note", dividend.note());
  }

  private static void addFaults(
      List<Fault> faults, String place, LedgerEntry.CorporateAction action) {
    addLengthFault(faults, place + ".note", action.note());
    if (action.legs().isEmpty() || action.legs().size() > LEGS_MAX) {
      faults.add(new Fault(place + ".legs", "expected 1 to 4 legs, found " + action.legs().size()));
    }
    if (action.cash().isNegative()) {
      faults.add(new Fault(place + ".cash", "expected zero or more, found " + action.cash()));
    }
    SortedSet<Isin> isins = new TreeSet<>();
    BigDecimal fractions = BigDecimal.ZERO;
    for (int i = 0; i < action.legs().size(); i++) {
      LedgerEntry.Leg leg = action.legs().get(i);
      String legPlace = place + ".legs[" + i + "]";
      fractions = fractions.add(leg.costFraction());
      addFaults(faults, legPlace, action, leg);
      if (!isins.add(leg.isin())) {
        faults.add(new Fault(legPlace, "expected each security once, found twice " + leg.isin()));
      }
    }
    if (fractions.compareTo(BigDecimal.ONE) > 0) {
      faults.add(
          new Fault(
              place + ".legs",
              "expected parts of the cost of at most 1 together, found " + fractions));
    }
  }

  private static void addFaults(
      List<Fault> faults, String place, LedgerEntry.CorporateAction action, LedgerEntry.Leg leg) {
    if (leg.change().isZero()) {
      faults.add(new Fault(place + ".change", "expected units that are not zero"));
    }
    if (leg.costFraction().signum() < 0) {
      faults.add(
          new Fault(place + ".costFraction", "expected 0 to 1, found " + leg.costFraction()));
    }
    boolean own = leg.isin().equals(action.isin());
    boolean plausible =
        switch (action.kind()) {
          case SPLIT -> own;
          case SPIN_OFF -> !own && leg.change().isPositive();
          case MERGER -> own == leg.change().isNegative();
        };
    if (!plausible) {
      faults.add(
          new Fault(
              place,
              switch (action.kind()) {
                case SPLIT -> "expected units of " + action.isin() + " itself, found " + leg.isin();
                case SPIN_OFF -> "expected units of another security that come, found " + leg;
                case MERGER ->
                    "expected units of "
                        + action.isin()
                        + " that go or others that come, found "
                        + leg;
              }));
    }
  }

  private static void addFaults(
      List<Fault> faults, String place, LedgerEntry.OpeningPosition opening) {
    addTextFault(faults, place + ".evidence", opening.evidence());
    if (!opening.quantity().isPositive()) {
      faults.add(
          new Fault(place + ".quantity", "expected more than zero, found " + opening.quantity()));
    }
    Money cost = opening.cost();
    if (cost != null && (cost.isNegative() || !cost.currency().equals(opening.currency()))) {
      faults.add(
          new Fault(
              place + ".cost",
              "expected zero or more in " + opening.currency() + ", found " + cost));
    }
    if (opening.firstBoughtAt() != null && opening.firstBoughtAt().isAfter(opening.at())) {
      faults.add(
          new Fault(
              place + ".firstBoughtAt",
              "expected %s or before, found %s".formatted(opening.at(), opening.firstBoughtAt())));
    }
  }

  private static void addTextFault(List<Fault> faults, String place, String text) {
    if (text.isBlank()) {
      faults.add(new Fault(place, "expected 1 to 500 characters, found none"));
    }
    addLengthFault(faults, place, text);
  }

  private static void addLengthFault(List<Fault> faults, String place, String text) {
    if (text.length() > TEXT_LENGTH_MAX) {
      faults.add(new Fault(place, "expected at most 500 characters, found " + text.length()));
    }
  }
}
