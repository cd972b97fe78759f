package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.portfolio.TradeDates;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.MarketStatus;
import java.time.Instant;
import java.util.List;

/**
 * What the gate looks at beyond the trade itself. What had to be asked of another service is a
 * result: a question without an answer stands against the trade.
 *
 * @param market the security's exchange
 * @param reference what the latest daily closes say the security costs
 * @param dates when the security was last bought and sold
 * @param worth what the account holds, valued now
 * @param worthAtDayStart the same holdings valued at the start of the day (UTC)
 * @param pending the security's corporate actions that are under way
 * @param latestTradeAt when the account's latest trade was made; now when there was none
 * @param past trades of the last seven days, oldest first, without the one that is checked
 */
public record Surroundings(
    Result<MarketStatus> market,
    Result<Price> reference,
    Result<TradeDates> dates,
    Result<Summary> worth,
    Result<Summary> worthAtDayStart,
    Result<List<CorporateAction>> pending,
    Instant latestTradeAt,
    List<PastTrade> past) {
  public Surroundings {
    past = List.copyOf(past);
  }

  /** The same with what trading itself knows better by now. */
  public Surroundings with(Instant newLatestTradeAt, List<PastTrade> newPast) {
    return new Surroundings(
        market, reference, dates, worth, worthAtDayStart, pending, newLatestTradeAt, newPast);
  }
}
