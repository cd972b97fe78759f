package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.Entitlement;
import dev.arduinotrader.portfolio.Entitlement.State;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.universe.ActionKind;
import dev.arduinotrader.universe.ActionLeg;
import dev.arduinotrader.universe.CorporateAction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Matches announced corporate actions with what the broker brought: by ISIN, kind and date. */
public final class Entitlements {
  private static final Duration PATIENCE = Duration.ofDays(5);

  /** A dividend without a day of payment arrives within six weeks. */
  private static final Duration DIVIDEND_UNDATED = Duration.ofDays(42);

  private static final Duration EARLY_MAX = Duration.ofDays(2);
  private static final Duration LATE_MAX = Duration.ofDays(60);
  private static final BigDecimal AMOUNT_TOLERANCE = new BigDecimal("0.01");

  /** What is left of a dividend at least after tax, where a broker tells only of money. */
  private static final BigDecimal NET_MIN = new BigDecimal("0.5");

  private final List<BrokerMovement> movements;
  private final Instant now;
  private final Set<String> matched = new HashSet<>();

  private Entitlements(List<BrokerMovement> movements, Instant now) {
    this.movements = movements;
    this.now = now;
  }

  /**
   * What actions whose ex-date has come entitle to, in their order; securities that were not held
   * are left out.
   *
   * @param actions in the order of their ex-dates
   */
  public static List<Entitlement> of(
      List<CorporateAction> actions, Collection<BrokerMovement> movements, Instant now) {
    Entitlements entitlements = new Entitlements(Reversals.counting(movements), now);
    List<Entitlement> found = new ArrayList<>();
    for (CorporateAction action : actions) {
      Quantity units = entitlements.unitsBefore(action);
      if (units.isPositive() && !start(action.exDate()).isAfter(now)) {
        found.add(entitlements.entitlement(action, units));
      }
    }
    return found;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Quantity unitsBefore(CorporateAction action) {
    Instant end = start(action.exDate());
    Instant early = end.minus(EARLY_MAX);
    return Books.of(
            movements.stream()
                .filter(movement -> movement.at().isBefore(end))
                .filter(movement -> !isEarly(movement, action, early))
                .toList())
        .quantities()
        .getOrDefault(action.isin(), Quantity.ZERO);
  }

  /** Whether the broker carried out this very action before its day. */
  private static boolean isEarly(BrokerMovement movement, CorporateAction action, Instant early) {
    return movement instanceof LedgerEntry entry
        && isOfKind(entry, action)
        && !entry.at().isBefore(early);
  }

  private Entitlement entitlement(CorporateAction action, Quantity units) {
    Optional<BrokerMovement> arrived = arrived(action, units);
    arrived.ifPresent(entry -> matched.add(entry.sourceId()));
    String expected = expected(action, units);
    State state =
        arrived
            .map(entry -> agrees(action, units, entry) ? State.ARRIVED : State.MISMATCH)
            .orElse(now.isBefore(deadline(action)) ? State.EXPECTED : State.SILENT);
    String what = "%s of %s on %s".formatted(action.kind(), action.isin(), action.exDate());
    String note =
        switch (state) {
          case ARRIVED -> what + " has arrived";
          case EXPECTED -> what + ": expected " + expected + ", not here yet";
          case SILENT -> what + ": expected " + expected + ", the broker has brought nothing";
          case MISMATCH ->
              what
                  + ": expected "
                  + expected
                  + ", found "
                  + arrived.map(MovementTexts::description).orElse("nothing");
        };
    return new Entitlement(
        action.isin(), action.kind(), action.exDate(), units, factor(action), state, note);
  }

  /** What names the security is looked for first, then money that can be nothing else. */
  private Optional<BrokerMovement> arrived(CorporateAction action, Quantity units) {
    return first(
            action, movement -> movement instanceof LedgerEntry entry && isOfKind(entry, action))
        .or(() -> first(action, movement -> isPaidNamelessly(movement, action, units)));
  }

  private Optional<BrokerMovement> first(CorporateAction action, Predicate<BrokerMovement> isIt) {
    LocalDate paid = Objects.requireNonNullElse(payDate(action), action.exDate());
    Instant from = start(action.exDate()).minus(EARLY_MAX);
    Instant to = start(paid).plus(LATE_MAX);
    return movements.stream()
        .filter(isIt)
        .filter(movement -> !matched.contains(movement.sourceId()))
        .filter(movement -> !movement.at().isBefore(from) && movement.at().isBefore(to))
        .findFirst();
  }

  /** Some brokers tell of a dividend without its security: then the amount must do. */
  private static boolean isPaidNamelessly(
      BrokerMovement movement, CorporateAction action, Quantity units) {
    if (!(movement instanceof BrokerMovement.CashFlow flow
        && flow.kind() == CashFlowKind.DIVIDEND
        && action instanceof CorporateAction.CashDividend dividend)) {
      return false;
    }
    Money most = gross(dividend, units);
    return flow.amount().currency().equals(most.currency())
        && !flow.amount().isLessThan(most.times(NET_MIN, RoundingMode.FLOOR))
        && !flow.amount()
            .isGreaterThan(most.plus(most.times(AMOUNT_TOLERANCE, RoundingMode.CEILING)));
  }

  private static boolean isOfKind(LedgerEntry entry, CorporateAction action) {
    return switch (entry) {
      case LedgerEntry.Dividend dividend ->
          action.kind() == ActionKind.CASH_DIVIDEND && dividend.isin().equals(action.isin());
      case LedgerEntry.CorporateAction done ->
          done.kind().name().equals(action.kind().name()) && done.isin().equals(action.isin());
      case LedgerEntry.OpeningPosition ignored -> false;
      case LedgerEntry.Reversal ignored -> false;
      case LedgerEntry.CashAdjustment ignored -> false;
      case LedgerEntry.UnitsAdjustment ignored -> false;
    };
  }

  private static @Nullable LocalDate payDate(CorporateAction action) {
    return switch (action) {
      case CorporateAction.CashDividend dividend -> dividend.payDate();
      case CorporateAction.Split ignored -> null;
      case CorporateAction.SpinOff spinOff -> spinOff.payDate();
      case CorporateAction.Merger merger -> merger.payDate();
    };
  }

  private static Instant deadline(CorporateAction action) {
    LocalDate paid = payDate(action);
    Instant due =
        paid != null
            ? start(paid)
            : action.kind() == ActionKind.CASH_DIVIDEND
                ? start(action.exDate()).plus(DIVIDEND_UNDATED)
                : start(action.exDate());
    return due.plus(PATIENCE);
  }

  private static BigDecimal factor(CorporateAction action) {
    return action instanceof CorporateAction.Split split
        ? BigDecimal.valueOf(split.newShares())
            .divide(BigDecimal.valueOf(split.oldShares()), MathContext.DECIMAL64)
        : BigDecimal.ONE;
  }

  private static String expected(CorporateAction action, Quantity units) {
    return switch (action) {
      case CorporateAction.CashDividend dividend -> gross(dividend, units) + " before tax";
      case CorporateAction.Split split ->
          "%d for %d, %s units more"
              .formatted(split.newShares(), split.oldShares(), more(split, units).toPlainString());
      case CorporateAction.SpinOff spinOff -> spinOff.legs().size() + " other things beside it";
      case CorporateAction.Merger merger -> merger.legs().size() + " other things in its place";
    };
  }

  private static Money gross(CorporateAction.CashDividend dividend, Quantity units) {
    return Money.rounded(
        dividend.amountPerShare().multiply(units.value()),
        dividend.currency(),
        RoundingMode.HALF_EVEN);
  }

  private static BigDecimal more(CorporateAction.Split split, Quantity units) {
    return units.value().multiply(factor(split).subtract(BigDecimal.ONE), MathContext.DECIMAL64);
  }

  private static boolean agrees(CorporateAction action, Quantity units, BrokerMovement entry) {
    return switch (action) {
      case CorporateAction.CashDividend dividend ->
          entry instanceof BrokerMovement.CashFlow
              || (entry instanceof LedgerEntry.Dividend paid
                  && amountAgrees(gross(dividend, units), paid.gross()));
      case CorporateAction.Split split ->
          entry instanceof LedgerEntry.CorporateAction done
              && unitsAgree(more(split, units), done, action.isin());
      case CorporateAction.SpinOff spinOff ->
          entry instanceof LedgerEntry.CorporateAction done
              && legsAgree(spinOff.legs(), units, done);
      case CorporateAction.Merger merger ->
          entry instanceof LedgerEntry.CorporateAction done
              && legsAgree(merger.legs(), units, done);
    };
  }

  /** A dividend paid in another currency cannot be compared and is taken as it is. */
  private static boolean amountAgrees(Money expected, Money paid) {
    return !paid.currency().equals(expected.currency())
        || !paid.minus(expected)
            .abs()
            .isGreaterThan(expected.abs().times(AMOUNT_TOLERANCE, RoundingMode.CEILING));
  }

  private static boolean legsAgree(
      List<ActionLeg> legs, Quantity units, LedgerEntry.CorporateAction done) {
    for (ActionLeg leg : legs) {
      if (leg instanceof ActionLeg.Shares shares
          && !unitsAgree(shares.perShare().multiply(units.value()), done, shares.isin())) {
        return false;
      }
    }
    return true;
  }

  /** Fractions of a unit are paid out or rounded. */
  private static boolean unitsAgree(
      BigDecimal expected, LedgerEntry.CorporateAction done, Isin isin) {
    BigDecimal came =
        done.legs().stream()
            .filter(leg -> leg.isin().equals(isin))
            .map(leg -> leg.change().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return came.subtract(expected).abs().compareTo(BigDecimal.ONE) < 0;
  }
}
