package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.DailyBar;
import dev.arduinotrader.universe.MarketData;
import dev.arduinotrader.universe.MarketDataRequest;
import dev.arduinotrader.universe.UniverseService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How much a day gives one order: at most a tenth of what was traded on the last day of which that
 * is known. Where nobody says how much was traded, or says zero of a security that has a price,
 * nothing is bounded.
 */
final class PaperVolume {
  private static final BigDecimal SHARE_OF_DAY = new BigDecimal("0.1");
  private static final Period LOOKED_BACK = Period.ofDays(10);

  private final UniverseService universe;

  PaperVolume(UniverseService universe) {
    this.universe = universe;
  }

  /**
   * How much of what is left of an order is executed now, whole shares unless all of it is; zero
   * when a tenth is less than a share. A failure when the market cannot be asked.
   *
   * @param context at the instant of the execution
   */
  Result<Quantity> given(CallContext context, SecurityTerms terms, Quantity left) {
    LocalDate today = context.decisionTime().atZone(ZoneOffset.UTC).toLocalDate();
    MarketDataRequest lately =
        new MarketDataRequest(
            terms.isin(), null, null, today.minus(LOOKED_BACK), today, MarketDataRequest.LIMIT_MAX);
    return switch (universe.getMarketData(context, lately)) {
      case Result.Success<MarketData>(MarketData data) ->
          Result.success(traded(data.bars()).map(traded -> share(traded, left)).orElse(left));
      case Result.Failure<MarketData>(Problem problem) ->
          problem.code().equals(CommonReason.NOT_FOUND.name())
              ? Result.success(left)
              : Result.failure(problem);
    };
  }

  private static Optional<BigDecimal> traded(List<DailyBar> bars) {
    return bars.stream()
        .map(DailyBar::volume)
        .filter(Objects::nonNull)
        .filter(volume -> volume > 0)
        .reduce((earlier, later) -> later)
        .map(BigDecimal::valueOf);
  }

  private static Quantity share(BigDecimal traded, Quantity left) {
    Quantity most = new Quantity(traded.multiply(SHARE_OF_DAY).setScale(0, RoundingMode.DOWN));
    return left.compareTo(most) <= 0 ? left : most;
  }
}
