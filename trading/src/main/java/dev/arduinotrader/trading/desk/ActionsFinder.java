package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.BooksPage;
import dev.arduinotrader.portfolio.BooksQuery;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.trading.model.PendingActions;
import dev.arduinotrader.universe.ActionQuery;
import dev.arduinotrader.universe.CorporateAction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Finds what a security's company is doing that neither the broker nor the owner has booked. */
final class ActionsFinder {
  private final DeskTools tools;

  ActionsFinder(DeskTools tools) {
    this.tools = tools;
  }

  /**
   * What is under way.
   *
   * @param brought the broker's latest movements
   */
  Result<List<CorporateAction>> pending(
      CallContext asking, Isin isin, List<BrokerMovement> brought) {
    LocalDate today = LocalDate.ofInstant(asking.decisionTime(), ZoneOffset.UTC);
    ActionQuery query =
        new ActionQuery(
            List.of(isin),
            today.minusDays(PendingActions.LOOK_BACK_DAYS),
            today.plusDays(PendingActions.LOOK_AHEAD_DAYS),
            null,
            ActionQuery.LIMIT_MAX);
    return tools
        .universe()
        .listCorporateActions(asking, query)
        .then(
            page ->
                page.actions().isEmpty()
                    ? Result.success(List.of())
                    : position(asking, isin)
                        .then(held -> pending(asking, page.actions(), held, brought)));
  }

  /** The books are asked only when the broker has not brought it: an owner may have entered it. */
  private Result<List<CorporateAction>> pending(
      CallContext asking,
      List<CorporateAction> announced,
      Optional<Position> held,
      List<BrokerMovement> brought) {
    List<CorporateAction> owed = pendingAfter(asking.decisionTime(), announced, held, brought);
    return owed.isEmpty()
        ? Result.success(owed)
        : latestBooked(asking)
            .map(booked -> pendingAfter(asking.decisionTime(), owed, held, booked));
  }

  private static List<CorporateAction> pendingAfter(
      Instant now,
      List<CorporateAction> announced,
      Optional<Position> held,
      List<BrokerMovement> arrived) {
    return PendingActions.of(
        announced, held.isPresent(), held.map(Position::firstBoughtAt).orElse(null), arrived, now);
  }

  private Result<List<BrokerMovement>> latestBooked(CallContext asking) {
    return tools
        .portfolio()
        .exportBooks(asking, new BooksQuery(0, 1))
        .then(
            first ->
                tools
                    .portfolio()
                    .exportBooks(
                        asking,
                        new BooksQuery(
                            Math.max(0, first.total() - BooksQuery.LIMIT_MAX),
                            BooksQuery.LIMIT_MAX)))
        .map(BooksPage::movements);
  }

  private Result<Optional<Position>> position(CallContext asking, Isin isin) {
    return switch (tools.portfolio().getPosition(asking, isin)) {
      case Result.Success<Position>(Position position) ->
          Result.success(Optional.of(position).filter(held -> !held.quantity().isZero()));
      case Result.Failure<Position>(Problem problem) ->
          problem.kind() == FailureKind.NOT_FOUND
              ? Result.success(Optional.empty())
              : Result.failure(problem);
    };
  }
}
