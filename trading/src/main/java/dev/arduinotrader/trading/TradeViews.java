package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.trading.OrderLeg.Fill;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderTerms.ExchangeTerms;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingBook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows intents and orders to those outside. */
final class TradeViews {
  private TradeViews() {}

  static Trade trade(TradingBook book, Intent intent) {
    TradeCommand command = intent.command();
    return new Trade(
        intent.tradeId(),
        intent.accountId(),
        command.commandId(),
        command.isin(),
        intent.symbol(),
        command.side(),
        command.quantity(),
        command.limit(),
        intent.state(),
        intent.denialCode(),
        intent.message(),
        command.reason(),
        command.planHash(),
        command.planStep(),
        intent.createdAt(),
        intent.changedAt(),
        intent.orders().stream().map(order -> leg(book, order)).toList(),
        command.type(),
        command.timeInForce());
  }

  private static OrderLeg leg(TradingBook book, Order order) {
    List<BrokerMovement> movements = book.movementsOf(order.clientOrderId());
    return new OrderLeg(
        order.name().number(),
        order.terms().kind(),
        order.terms().description(),
        order.clientOrderId(),
        order.name().brokerReference(),
        order.progress().brokerOrderId(),
        order.state(),
        new Quantity(order.progress().done()),
        averagePrice(movements),
        order.progress().reserved(),
        order.progress().changedAt(),
        movements.stream().map(TradeViews::fill).toList());
  }

  /** The executions' prices weighted with their quantities. */
  private static @Nullable Price averagePrice(List<BrokerMovement> movements) {
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal quantity = BigDecimal.ZERO;
    Price last = null;
    for (BrokerMovement movement : movements) {
      if (movement instanceof BrokerMovement.Execution execution) {
        last = execution.price();
        quantity = quantity.add(execution.quantity().value());
        value = value.add(last.value().multiply(execution.quantity().value()));
      }
    }
    return last == null
        ? null
        : new Price(value.divide(quantity, MathContext.DECIMAL128), last.unit());
  }

  private static Fill fill(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution e ->
          new Fill(e.sourceId(), e.at(), e.quantity() + " at " + e.price(), e.commission());
      case BrokerMovement.Exchange e ->
          new Fill(e.sourceId(), e.at(), e.sold() + " for " + e.bought(), e.commission());
      case BrokerMovement.CashFlow c ->
          new Fill(c.sourceId(), c.at(), c.kind() + " of " + c.amount(), noCommission(c));
      case LedgerEntry entry ->
          throw new IllegalStateException("expected movements of an order, found " + entry);
    };
  }

  private static Money noCommission(BrokerMovement.CashFlow movement) {
    return Money.zero(movement.amount().currency());
  }

  static OpenExposure exposure(AccountState account, List<Intent> active) {
    List<OpenOrder> orders = new ArrayList<>();
    for (Intent intent : active) {
      for (Order order : intent.orders()) {
        if (!order.state().isTerminal()) {
          orders.add(openOrder(intent, order));
        }
      }
    }
    return new OpenExposure(account.outboxLast(), orders);
  }

  /** What each order holds adds up: an exchange and its purchase never hold the same money. */
  private static OpenOrder openOrder(Intent intent, Order order) {
    @Nullable Isin isin = null;
    @Nullable Side side = null;
    @Nullable Money expected = null;
    Quantity remaining = Quantity.ZERO;
    switch (order.terms()) {
      case SecurityTerms terms -> {
        isin = terms.isin();
        side = terms.side();
        remaining = new Quantity(order.remaining());
      }
      case ExchangeTerms terms -> expected = Money.of(order.remaining(), terms.bought().currency());
    }
    return new OpenOrder(
        order.clientOrderId(),
        isin,
        side,
        describe(order),
        order.state().name(),
        remaining,
        order.progress().reserved(),
        expected,
        intent.createdAt());
  }

  private static String describe(Order order) {
    return switch (order.terms()) {
      case SecurityTerms terms -> terms.side() + " " + terms.quantity() + " " + terms.symbol();
      case ExchangeTerms terms -> terms.soldMax().currency() + " to " + terms.bought().currency();
    };
  }
}
