package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.portfolio.DailyValuation.DayPosition;
import dev.arduinotrader.portfolio.store.PortfolioStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Says of a position without a value what it was last known to be worth, and when. */
final class LastKnownValues {
  private static final int DAYS_BACK = 90;

  private final PortfolioStore store;

  LastKnownValues(PortfolioStore store) {
    this.store = store;
  }

  /** The same positions; a missing value stays missing, its note says more. */
  List<Position> explained(AccountId account, List<Position> positions, Instant decisionTime) {
    if (positions.stream().noneMatch(position -> position.valueInBase() == null)) {
      return positions;
    }
    LocalDate today = decisionTime.atZone(ZoneOffset.UTC).toLocalDate();
    List<DailyValuation> latestFirst =
        store.valuations(account, today.minusDays(DAYS_BACK), today.minusDays(1)).reversed();
    return positions.stream().map(position -> explained(position, latestFirst)).toList();
  }

  static Position explained(Position position, List<DailyValuation> latestFirst) {
    if (position.valueInBase() != null) {
      return position;
    }
    for (DailyValuation day : latestFirst) {
      Optional<DayPosition> known =
          day.positions().stream()
              .filter(each -> each.isin().equals(position.isin()) && each.value() != null)
              .findFirst();
      if (known.isPresent()) {
        return position.withNote(
            "%s; %s units were last known to be worth %s, on %s"
                .formatted(
                    position.note(), known.get().quantity(), known.get().value(), day.day()));
      }
    }
    return position;
  }
}
