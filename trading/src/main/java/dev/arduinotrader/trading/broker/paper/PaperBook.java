package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.BrokerStatement.Holding;
import dev.arduinotrader.trading.OrderLeg.LegKind;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One transaction over one account's part of the paper broker's tables. */
final class PaperBook {
  private final Handle handle;
  private final AccountId account;

  PaperBook(Handle handle, AccountId account) {
    this.handle = handle;
    this.account = account;
  }

  /** The number of the last thing that changed, in any account. */
  long lastNews() {
    return handle.createQuery("select last_number from paper_news").mapTo(Long.class).one();
  }

  private long nextNews() {
    return handle
        .createQuery("update paper_news set last_number = last_number + 1 returning last_number")
        .mapTo(Long.class)
        .one();
  }

  Optional<PaperOrder> order(ClientOrderId id) {
    return handle
        .createQuery(
            "select * from paper_order where account_id = :account and client_order_id = :id")
        .bind("account", account.value())
        .bind("id", id.value())
        .map((row, context) -> order(row))
        .findOne();
  }

  List<PaperOrder> openOrders() {
    return handle
        .createQuery(
            "select * from paper_order where account_id = :account and state = 'OPEN'"
                + " order by accepted_at_micros, client_order_id")
        .bind("account", account.value())
        .map((row, context) -> order(row))
        .list();
  }

  List<PaperOrder> ordersSince(long news) {
    return handle
        .createQuery(
            "select * from paper_order where account_id = :account and news_number > :news"
                + " order by news_number")
        .bind("account", account.value())
        .bind("news", news)
        .map((row, context) -> order(row))
        .list();
  }

  void insert(PaperOrder order) {
    handle
        .createUpdate(
            "insert into paper_order (account_id, client_order_id, broker_order_id,"
                + " broker_reference, kind, terms_json, state, reason, accepted_at_micros,"
                + " searched_at_micros, changed_at_micros, news_number)"
                + " values (:account, :client, :broker, :reference, :kind, :terms, :state,"
                + " :reason, :accepted, :searched, :changed, :news)")
        .bind("account", account.value())
        .bind("client", order.clientOrderId().value())
        .bind("broker", order.brokerOrderId())
        .bind("reference", order.brokerReference())
        .bind("kind", order.terms().kind().name())
        .bind("terms", Json.write(order.terms()))
        .bind("state", order.state().name())
        .bind("reason", order.reason())
        .bind("accepted", CommonMessages.toMicros(order.acceptedAt()))
        .bind("searched", CommonMessages.toMicros(order.searchedAt()))
        .bind("changed", CommonMessages.toMicros(order.changedAt()))
        .bind("news", nextNews())
        .execute();
  }

  /** Changes an order's state, which is news. */
  void close(ClientOrderId id, BrokerOrderState state, String reason, Instant at) {
    handle
        .createUpdate(
            "update paper_order set state = :state, reason = :reason, changed_at_micros = :at,"
                + " news_number = :news where account_id = :account and client_order_id = :id")
        .bind("state", state.name())
        .bind("reason", reason)
        .bind("at", CommonMessages.toMicros(at))
        .bind("news", nextNews())
        .bind("account", account.value())
        .bind("id", id.value())
        .execute();
  }

  void searched(ClientOrderId id, Instant at) {
    handle
        .createUpdate(
            "update paper_order set searched_at_micros = :at"
                + " where account_id = :account and client_order_id = :id")
        .bind("at", CommonMessages.toMicros(at))
        .bind("account", account.value())
        .bind("id", id.value())
        .execute();
  }

  /** One more piece of an order of a security was executed. */
  void executed(PaperOrder order, Quantity piece) {
    handle
        .createUpdate(
            "update paper_order set executed = :executed, pieces = :pieces"
                + " where account_id = :account and client_order_id = :id")
        .bind("executed", order.executed().plus(piece).toString())
        .bind("pieces", order.pieces() + 1)
        .bind("account", account.value())
        .bind("id", order.clientOrderId().value())
        .execute();
  }

  void insert(BrokerExecution execution) {
    LegKind kind =
        switch (execution) {
          case BrokerExecution.SecurityExecution ignored -> LegKind.SECURITY;
          case BrokerExecution.ExchangeExecution ignored -> LegKind.EXCHANGE;
        };
    handle
        .createUpdate(
            "insert into paper_execution (execution_id, account_id, client_order_id, kind,"
                + " execution_json, news_number)"
                + " values (:id, :account, :client, :kind, :json, :news)")
        .bind("id", execution.executionId())
        .bind("account", account.value())
        .bind("client", execution.clientOrderId().value())
        .bind("kind", kind.name())
        .bind("json", Json.write(execution))
        .bind("news", nextNews())
        .execute();
  }

  List<BrokerExecution> executionsSince(long news) {
    return handle
        .createQuery(
            "select kind, execution_json from paper_execution"
                + " where account_id = :account and news_number > :news order by news_number")
        .bind("account", account.value())
        .bind("news", news)
        .map((row, context) -> execution(row))
        .list();
  }

  Optional<AccountMovement> movement(String id) {
    return handle
        .createQuery(
            "select * from paper_movement where account_id = :account and movement_id = :id")
        .bind("account", account.value())
        .bind("id", id)
        .map((row, context) -> movement(row))
        .findOne();
  }

  List<AccountMovement> movementsSince(long news) {
    return handle
        .createQuery(
            "select * from paper_movement where account_id = :account and news_number > :news"
                + " order by news_number")
        .bind("account", account.value())
        .bind("news", news)
        .map((row, context) -> movement(row))
        .list();
  }

  void insert(AccountMovement movement) {
    handle
        .createUpdate(
            "insert into paper_movement (account_id, movement_id, at_micros, amount, currency,"
                + " news_number, movement_kind, movement_json)"
                + " values (:account, :id, :at, :amount, :currency, :news, :kind, :json)")
        .bind("account", account.value())
        .bind("id", movement.movementId())
        .bind("at", CommonMessages.toMicros(movement.at()))
        .bind("amount", movement.amount().amount().toPlainString())
        .bind("currency", movement.amount().currency().code())
        .bind("news", nextNews())
        .bind("kind", MovementKind.of(movement).map(Enum::name).orElse(null))
        .bind("json", MovementKind.of(movement).map(kind -> Json.write(movement)).orElse(null))
        .execute();
  }

  Money cash(Currency currency) {
    return handle
        .createQuery(
            "select amount from paper_cash where account_id = :account and currency = :currency")
        .bind("account", account.value())
        .bind("currency", currency.code())
        .mapTo(String.class)
        .findOne()
        .map(amount -> Money.of(amount, currency))
        .orElse(Money.zero(currency));
  }

  void addCash(Money change) {
    handle
        .createUpdate(
            "insert into paper_cash (account_id, currency, amount)"
                + " values (:account, :currency, :amount)"
                + " on conflict (account_id, currency) do update set amount = excluded.amount")
        .bind("account", account.value())
        .bind("currency", change.currency().code())
        .bind("amount", cash(change.currency()).plus(change).amount().toPlainString())
        .execute();
  }

  /** All cash that is not zero, in the order of the currencies. */
  List<Money> cash() {
    return handle
        .createQuery(
            "select amount, currency from paper_cash where account_id = :account"
                + " order by currency")
        .bind("account", account.value())
        .map((row, context) -> money(row))
        .filter(money -> !money.isZero())
        .list();
  }

  Quantity held(Isin isin) {
    return handle
        .createQuery(
            "select quantity from paper_holding where account_id = :account and isin = :isin")
        .bind("account", account.value())
        .bind("isin", isin.value())
        .mapTo(String.class)
        .findOne()
        .map(Quantity::of)
        .orElse(Quantity.ZERO);
  }

  void addHolding(Isin isin, Quantity change) {
    handle
        .createUpdate(
            "insert into paper_holding (account_id, isin, quantity)"
                + " values (:account, :isin, :quantity)"
                + " on conflict (account_id, isin) do update set quantity = excluded.quantity")
        .bind("account", account.value())
        .bind("isin", isin.value())
        .bind("quantity", held(isin).plus(change).toString())
        .execute();
  }

  /** All holdings that are not zero, in the order of ISIN. */
  List<Holding> holdings() {
    return handle
        .createQuery(
            "select isin, quantity from paper_holding where account_id = :account order by isin")
        .bind("account", account.value())
        .map(
            (row, context) ->
                new Holding(Isin.of(row.getString("isin")), Quantity.of(row.getString("quantity"))))
        .filter(holding -> !holding.quantity().isZero())
        .list();
  }

  private static PaperOrder order(ResultSet row) throws SQLException {
    String json = row.getString("terms_json");
    OrderTerms terms =
        switch (LegKind.valueOf(row.getString("kind"))) {
          case SECURITY -> Json.read(json, OrderTerms.SecurityTerms.class);
          case EXCHANGE -> Json.read(json, OrderTerms.ExchangeTerms.class);
        };
    return new PaperOrder(
        AccountId.of(row.getString("account_id")),
        ClientOrderId.of(row.getString("client_order_id")),
        row.getString("broker_order_id"),
        row.getInt("broker_reference"),
        terms,
        BrokerOrderState.valueOf(row.getString("state")),
        row.getString("reason"),
        CommonMessages.fromMicros(row.getLong("accepted_at_micros")),
        CommonMessages.fromMicros(row.getLong("searched_at_micros")),
        CommonMessages.fromMicros(row.getLong("changed_at_micros")),
        Quantity.of(row.getString("executed")),
        row.getInt("pieces"));
  }

  private static BrokerExecution execution(ResultSet row) throws SQLException {
    String json = row.getString("execution_json");
    return switch (LegKind.valueOf(row.getString("kind"))) {
      case SECURITY -> Json.read(json, BrokerExecution.SecurityExecution.class);
      case EXCHANGE -> Json.read(json, BrokerExecution.ExchangeExecution.class);
    };
  }

  private static AccountMovement movement(ResultSet row) throws SQLException {
    String kind = row.getString("movement_kind");
    if (kind == null) {
      Money amount = money(row);
      return AccountMovement.unexplained(
          row.getString("movement_id"),
          CommonMessages.fromMicros(row.getLong("at_micros")),
          amount,
          amount.isNegative() ? "paid out by hand" : "paid in by hand");
    }
    String json = row.getString("movement_json");
    return switch (MovementKind.valueOf(kind)) {
      case DIVIDEND -> Json.read(json, AccountMovement.DividendPaid.class);
      case SPLIT -> Json.read(json, AccountMovement.SplitDone.class);
    };
  }

  /** What moves money or units beside the owner. */
  private enum MovementKind {
    DIVIDEND,
    SPLIT;

    /** Empty for money that the owner paid in or out. */
    static Optional<MovementKind> of(AccountMovement movement) {
      return switch (movement) {
        case AccountMovement.CashMoved ignored -> Optional.empty();
        case AccountMovement.DividendPaid ignored -> Optional.of(DIVIDEND);
        case AccountMovement.SplitDone ignored -> Optional.of(SPLIT);
      };
    }
  }

  private static Money money(ResultSet row) throws SQLException {
    return Money.of(row.getString("amount"), Currency.of(row.getString("currency")));
  }
}
