package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.Security;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that the gate looks at. What had to be asked of another service is a result: a
 * question without an answer stands against the trade.
 *
 * @param now what prices are as old as
 * @param decidedAt the caller's time when it decided on the trade
 * @param offer which orders the broker takes
 * @param turn whether the trade is new or waits for its security leg
 * @param switches mode, halt and lease
 * @param baseCurrency the account's
 * @param outboxSequence how far trading's own outbox is
 * @param bookedSequence how far the books are
 * @param settledCash per currency; a currency without an entry has none
 * @param held of the security
 * @param rate from the base currency to the security's
 * @param others all other orders of the account that may still do something
 * @param surroundings what limits of time, number and value depend on
 */
public record GateFacts(
    Instant now,
    Instant decidedAt,
    TradeCommand command,
    BrokerOffer offer,
    Turn turn,
    Switches switches,
    Currency baseCurrency,
    long outboxSequence,
    Result<Long> bookedSequence,
    Result<InvestmentPolicy> policy,
    Result<Map<Currency, Money>> settledCash,
    Result<Quantity> held,
    Result<Security> security,
    Result<Quote> quote,
    Result<FxRate> rate,
    List<Order> others,
    Surroundings surroundings) {
  public GateFacts {
    others = List.copyOf(others);
  }

  /** The same facts with what trading itself owns as it is by now. */
  public GateFacts with(
      Switches newSwitches,
      long newOutboxSequence,
      List<Order> newOthers,
      Surroundings newSurroundings) {
    return new GateFacts(
        now,
        decidedAt,
        command,
        offer,
        turn,
        newSwitches,
        baseCurrency,
        newOutboxSequence,
        bookedSequence,
        policy,
        settledCash,
        held,
        security,
        quote,
        rate,
        newOthers,
        newSurroundings);
  }

  /** Which pass through the gate it is. */
  public sealed interface Turn {
    /** The whole trade: an exchange of currencies may come first. */
    record NewTrade() implements Turn {}

    /**
     * A sale that closes a holding on the owner's word: how often, how much and how soon is theirs.
     */
    record Flattening() implements Turn {}

    /** An exchange of currencies by itself, which covers cash below zero. */
    record Exchanging(ExchangeTerms terms) implements Turn {}

    /**
     * The security leg alone, after its exchange: only money of its own currency counts.
     *
     * @param costMax what was set aside for it when the exchange was intended; it takes no more
     */
    record AfterExchange(Money costMax) implements Turn {}
  }

  /** The cash in a currency that no other order holds; may be negative. */
  public Money free(Map<Currency, Money> settled, Currency currency) {
    Money free = settled.getOrDefault(currency, Money.zero(currency));
    for (Order order : others) {
      Money reserved = order.progress().reserved();
      if (reserved != null && reserved.currency().equals(currency)) {
        free = free.minus(reserved);
      }
    }
    return free;
  }
}
