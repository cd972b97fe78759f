package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.universe.ActionPage;
import dev.arduinotrader.universe.ActionQuery;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.MarketStatus;
import dev.arduinotrader.universe.MarketStatusRequest;
import dev.arduinotrader.universe.MarketStatuses;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.UniverseService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the universe which dividends and splits are due, as known at the time of asking. What cannot
 * be asked now is found the next time: being late changes nothing of what is owed.
 */
final class DueActions {
  /** An action that became due longer before the last look is history that nobody waits for. */
  private static final Period LATE_MAX = Period.ofDays(60);

  /** Dividends are paid at most so long after their ex-date, and looked for so long. */
  private static final Period LOOKED_BACK = Period.ofDays(240);

  private static final int PAGES_MAX = 1_000;

  private final UniverseService universe;

  DueActions(UniverseService universe) {
    this.universe = universe;
  }

  /**
   * Those that are due, in the order in which they happen; spin-offs and mergers are not carried
   * out, for their worth is the price of something else.
   *
   * @param context its decision time is now
   * @param looked when it was looked for the last time
   * @param isDone what need not be done any more
   */
  List<DueAction> of(
      CallContext context,
      Collection<Isin> isins,
      Instant looked,
      Predicate<CorporateAction> isDone) {
    Instant oldest = looked.atZone(ZoneOffset.UTC).minus(LATE_MAX).toInstant();
    List<DueAction> due = new ArrayList<>();
    for (CorporateAction action : announced(context, isins, looked)) {
      LocalDate arrives = arrivesOn(action);
      if (arrives != null && !isDone.test(action)) {
        due(context, action, arrives)
            .filter(one -> one.bookedAt().isAfter(oldest))
            .filter(one -> !one.bookedAt().isAfter(context.decisionTime()))
            .ifPresent(due::add);
      }
    }
    due.sort(DueAction.ORDER);
    return due;
  }

  /** When what it brings arrives; null for what is not carried out. */
  private static @Nullable LocalDate arrivesOn(CorporateAction action) {
    return switch (action) {
      case CorporateAction.CashDividend dividend ->
          dividend.payDate() == null ? dividend.exDate() : dividend.payDate();
      case CorporateAction.Split split -> split.exDate();
      case CorporateAction.SpinOff ignored -> null;
      case CorporateAction.Merger ignored -> null;
    };
  }

  private List<CorporateAction> announced(
      CallContext context, Collection<Isin> isins, Instant looked) {
    LocalDate from = looked.atZone(ZoneOffset.UTC).toLocalDate().minus(LOOKED_BACK);
    // Where the day has begun already, it is tomorrow in UTC.
    LocalDate to = context.decisionTime().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    List<CorporateAction> all = new ArrayList<>();
    @Nullable String after = null;
    for (int page = 0; page < PAGES_MAX; page++) {
      ActionQuery query =
          new ActionQuery(List.copyOf(isins), from, to, after, ActionQuery.LIMIT_MAX);
      Result<ActionPage> asked = universe.listCorporateActions(context, query);
      if (!(asked instanceof Result.Success<ActionPage>(ActionPage found))) {
        return List.of();
      }
      all.addAll(found.actions());
      after = found.next();
      if (after == null) {
        return all;
      }
    }
    return all;
  }

  private Optional<DueAction> due(CallContext context, CorporateAction action, LocalDate arrives) {
    if (!(universe.getSecurity(context, action.isin())
        instanceof Result.Success<Security>(Security security))) {
      return Optional.empty();
    }
    return zone(context, security)
        .map(
            zone ->
                new DueAction(
                    action,
                    security,
                    action.exDate().atStartOfDay(zone).toInstant(),
                    later(
                        arrives.atStartOfDay(zone).toInstant(), action.announcement().knownAt())));
  }

  /** Where nobody knows the exchange, days are those of UTC; empty when it cannot be asked. */
  private Optional<ZoneId> zone(CallContext context, Security security) {
    MarketStatusRequest request = new MarketStatusRequest(List.of(security.exchange()));
    return universe.getMarketStatus(context, request)
            instanceof Result.Success<MarketStatuses>(MarketStatuses markets)
        ? Optional.of(
            markets.statuses().stream().map(MarketStatus::zone).findFirst().orElse(ZoneOffset.UTC))
        : Optional.empty();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
