package dev.arduinotrader.trading.model;

import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.universe.ActionKind;
import dev.arduinotrader.universe.CorporateAction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which corporate actions are under way: from the day before the ex-date, when an order may still
 * be open at the new price, until the broker has brought the units. Dividends in cash change
 * neither units nor what a unit is, and stop nothing.
 */
public final class PendingActions {
  /** How long an action is looked for that the broker does not bring. */
  public static final int LOOK_BACK_DAYS = 60;

  /** How far ahead an ex-date stops orders. */
  public static final int LOOK_AHEAD_DAYS = 1;

  /** Brokers may carry an action out some days early. */
  private static final Duration EARLY_MAX = Duration.ofDays(2);

  private PendingActions() {}

  /**
   * Those of a security that are under way.
   *
   * @param announced the security's, of any kind
   * @param isHeld whether any unit is held
   * @param heldSince when the units now held were first bought, null when not known
   * @param movements what the broker has brought
   */
  public static List<CorporateAction> of(
      List<CorporateAction> announced,
      boolean isHeld,
      @Nullable Instant heldSince,
      List<BrokerMovement> movements,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return announced.stream()
        .filter(action -> action.kind() != ActionKind.CASH_DIVIDEND)
        .filter(
            action ->
                isNear(action, today)
                    || (isPast(action, today)
                        && isOwed(action, isHeld, heldSince)
                        && !hasArrived(action, movements)))
        .toList();
  }

  private static boolean isNear(CorporateAction action, LocalDate today) {
    return !action.exDate().isBefore(today)
        && !action.exDate().isAfter(today.plusDays(LOOK_AHEAD_DAYS));
  }

  private static boolean isPast(CorporateAction action, LocalDate today) {
    return action.exDate().isBefore(today);
  }

  private static boolean isOwed(
      CorporateAction action, boolean isHeld, @Nullable Instant heldSince) {
    return isHeld && (heldSince == null || heldSince.isBefore(start(action)));
  }

  private static boolean hasArrived(CorporateAction action, List<BrokerMovement> movements) {
    Instant from = start(action).minus(EARLY_MAX);
    return movements.stream()
        .anyMatch(
            movement ->
                movement instanceof LedgerEntry.CorporateAction done
                    && done.isin().equals(action.isin())
                    && done.kind().name().equals(action.kind().name())
                    && !done.at().isBefore(from));
  }

  private static Instant start(CorporateAction action) {
    return action.exDate().atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
