package dev.arduinotrader.trading.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Intents and their orders within one transaction. */
final class IntentTable {
  private final Handle handle;

  IntentTable(Handle handle) {
    this.handle = handle;
  }

  void insert(Intent intent) {
    handle
        .createUpdate(
            "insert into intent (trade_id, account_id, command_id, command_json, closing, symbol,"
                + " denial_code, message, created_at_micros, changed_at_micros, active) values"
                + " (:trade, :account, :command, :json, :closing, :symbol, :denial, :message,"
                + " :created, :changed, :active)")
        .bind("trade", intent.tradeId())
        .bind("account", intent.accountId().value())
        .bind("command", intent.command().commandId().value())
        .bind("json", Json.write(intent.command()))
        .bind("closing", intent.closing() ? 1 : 0)
        .bind("symbol", intent.symbol())
        .bind("denial", intent.denialCode())
        .bind("message", intent.message())
        .bind("created", CommonMessages.toMicros(intent.createdAt()))
        .bind("changed", CommonMessages.toMicros(intent.changedAt()))
        .bind("active", intent.isActive() ? 1 : 0)
        .execute();
    intent.orders().forEach(order -> insert(intent.accountId(), order));
  }

  private void insert(AccountId account, Order order) {
    Update insert =
        handle
            .createUpdate(
                "insert into leg (trade_id, leg_number, account_id, client_order_id,"
                    + " broker_reference, broker_order_id, kind, terms_json, state, done, cost_max,"
                    + " reserved, cash_currency, turn_at_micros, changed_at_micros, absences, note)"
                    + " values (:trade, :number, :account, :client, :reference, :broker, :kind,"
                    + " :terms, :state, :done, :cost, :reserved, :currency, :turn, :changed,"
                    + " :absences, :note)")
            .bind("account", account.value())
            .bind("client", order.clientOrderId().value())
            .bind("reference", order.name().brokerReference())
            .bind("kind", order.terms().kind().name());
    bindChanging(insert, order).execute();
  }

  void update(Intent intent) {
    handle
        .createUpdate(
            "update intent set denial_code = :denial, message = :message,"
                + " changed_at_micros = :changed, active = :active where trade_id = :trade")
        .bind("denial", intent.denialCode())
        .bind("message", intent.message())
        .bind("changed", CommonMessages.toMicros(intent.changedAt()))
        .bind("active", intent.isActive() ? 1 : 0)
        .bind("trade", intent.tradeId())
        .execute();
    intent.orders().forEach(this::update);
  }

  private void update(Order order) {
    Update update =
        handle.createUpdate(
            "update leg set broker_order_id = :broker, terms_json = :terms, state = :state,"
                + " done = :done, cost_max = :cost, reserved = :reserved,"
                + " cash_currency = :currency, turn_at_micros = :turn,"
                + " changed_at_micros = :changed, absences = :absences, note = :note"
                + " where trade_id = :trade and leg_number = :number");
    bindChanging(update, order).execute();
  }

  private static Update bindChanging(Update statement, Order order) {
    Money cost = order.costMax();
    return statement
        .bind("trade", order.name().tradeId())
        .bind("number", order.name().number())
        .bind("broker", order.progress().brokerOrderId())
        .bind("terms", Json.write(order.terms()))
        .bind("state", order.state().name())
        .bind("done", order.progress().done().toPlainString())
        .bind("cost", Rows.amount(cost))
        .bind("reserved", Rows.amount(order.progress().reserved()))
        .bind("currency", cost == null ? null : cost.currency().code())
        .bind("turn", CommonMessages.toMicros(order.progress().turnAt()))
        .bind("changed", CommonMessages.toMicros(order.progress().changedAt()))
        .bind("absences", order.progress().absences())
        .bind("note", order.progress().note());
  }

  Optional<Intent> find(String tradeId) {
    return list("trade_id = :trade", query -> query.bind("trade", tradeId)).stream().findFirst();
  }

  Optional<Intent> of(ClientOrderId order) {
    return list(
            "trade_id = (select trade_id from leg where client_order_id = :client)",
            query -> query.bind("client", order.value()))
        .stream()
        .findFirst();
  }

  Optional<ClientOrderId> nameOf(AccountId account, long brokerReference) {
    return handle
        .createQuery(
            "select client_order_id from leg"
                + " where account_id = :account and broker_reference = :reference")
        .bind("account", account.value())
        .bind("reference", brokerReference)
        .mapTo(String.class)
        .findOne()
        .map(ClientOrderId::of);
  }

  Optional<ClientOrderId> nameOf(AccountId account, String brokerOrderId) {
    return handle
        .createQuery(
            "select client_order_id from leg"
                + " where account_id = :account and broker_order_id = :broker"
                + " order by client_order_id")
        .bind("account", account.value())
        .bind("broker", brokerOrderId)
        .mapTo(String.class)
        .findFirst()
        .map(ClientOrderId::of);
  }

  List<Intent> active(AccountId account) {
    return list(
        "account_id = :account and active = 1 order by number",
        query -> query.bind("account", account.value()));
  }

  List<Intent> passedSince(AccountId account, Instant after) {
    return list(
        "account_id = :account and denial_code = '' and created_at_micros > :after order by number",
        query ->
            query.bind("account", account.value()).bind("after", CommonMessages.toMicros(after)));
  }

  List<Intent> newest(AccountId account, int limit) {
    return list(
        "account_id = :account order by number desc limit :limit",
        query -> query.bind("account", account.value()).bind("limit", limit));
  }

  /**
   * The intents under a condition, and their orders with one more question for all of them.
   *
   * @param condition a constant of ours
   */
  private List<Intent> list(String condition, UnaryOperator<Query> values) {
    List<Intent> intents =
        values
            .apply(handle.createQuery("select * from intent where " + condition))
            .map((row, context) -> Rows.intent(row))
            .list();
    if (intents.isEmpty()) {
      return intents;
    }
    Map<String, List<Order>> orders = new HashMap<>();
    values
        .apply(
            handle.createQuery(
                "select * from leg where trade_id in (select trade_id from intent where "
                    + condition
                    + ") order by trade_id, leg_number"))
        .map((row, context) -> Rows.order(row))
        .forEach(
            order ->
                orders
                    .computeIfAbsent(order.name().tradeId(), key -> new ArrayList<>())
                    .add(order));
    return intents.stream()
        .map(intent -> intent.with(orders.getOrDefault(intent.tradeId(), List.of())))
        .toList();
  }
}
