package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.model.ResultSplit.RateKey;
import dev.arduinotrader.portfolio.model.TaxYear;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the report of a tax year from the facts of an account. */
public final class TaxLots {
  /** Who knows rates of the past. */
  @FunctionalInterface
  public interface Rates {
    /** The rate that was known at an instant; empty when there was none. */
    Result<Optional<FxRate>> rate(Currency base, Currency quote, Instant at);
  }

  private TaxLots() {}

  /**
   * The report of a calendar year.
   *
   * @param movements all facts of the account, in any order
   * @param method not SPECIFIC, for the owner's choices are not in the books
   * @return INVALID_ARGUMENT for that method; otherwise what asking for rates failed with
   */
  public static Result<TaxLotReport> report(
      List<BrokerMovement> movements, Currency base, int year, LotMethod method, Rates rates) {
    if (method == LotMethod.SPECIFIC) {
      return Result.failure(
          Problem.invalid(
              "--method",
              "expected a method that chooses lots by itself, found SPECIFIC"
                  + "\nMaybe FIRST_IN_FIRST_OUT."));
    }
    Map<RateKey, BigDecimal> known = new HashMap<>();
    for (RateKey key : TaxYear.needed(movements, base, year, method)) {
      switch (rates.rate(base, key.currency(), key.at())) {
        case Result.Failure<Optional<FxRate>>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<Optional<FxRate>>(Optional<FxRate> found) ->
            found.ifPresent(
                rate -> known.put(key, BigDecimal.ONE.divide(rate.rate(), MathContext.DECIMAL64)));
      }
    }
    return Result.success(TaxYear.report(movements, base, year, method, known));
  }
}
