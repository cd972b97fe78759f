package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.model.Market;
import dev.arduinotrader.portfolio.model.ResultSplit;
import dev.arduinotrader.portfolio.model.ResultSplit.RateKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the rates that results need, and cuts the page that is asked for. */
final class ResultReader {
  private final HistoricRates rates;

  ResultReader(HistoricRates rates) {
    this.rates = rates;
  }

  Result<Results> read(
      CallContext context, List<BrokerMovement> movements, Market market, ResultQuery query) {
    Map<RateKey, BigDecimal> known = new HashMap<>();
    for (RateKey key : ResultSplit.needed(movements, market.base())) {
      Result<Optional<FxRate>> rate = rates.rate(context, market.base(), key.currency(), key.at());
      switch (rate) {
        case Result.Failure<Optional<FxRate>>(var problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<Optional<FxRate>>(Optional<FxRate> found) ->
            found.ifPresent(
                each -> known.put(key, BigDecimal.ONE.divide(each.rate(), MathContext.DECIMAL64)));
      }
    }
    List<SecurityResult> rest =
        ResultSplit.of(movements, market, known, query).stream()
            .filter(result -> query.after() == null || result.isin().compareTo(query.after()) > 0)
            .toList();
    return Result.success(
        new Results(rest.stream().limit(query.limit()).toList(), rest.size() <= query.limit()));
  }
}
