package dev.arduinotrader.trading.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.OrderLeg.LegKind;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.model.Intent;
import dev.arduinotrader.trading.model.Order;
import dev.arduinotrader.trading.model.OrderName;
import dev.arduinotrader.trading.model.OrderProgress;
import dev.arduinotrader.trading.model.OrderTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows are read into records, and what parts of records are written as. */
final class Rows {
  private static final RecentTexts<TradeCommand> COMMANDS =
      new RecentTexts<>(text -> Json.read(text, TradeCommand.class));
  private static final RecentTexts<OrderTerms.SecurityTerms> SECURITIES =
      new RecentTexts<>(text -> Json.read(text, OrderTerms.SecurityTerms.class));
  private static final RecentTexts<OrderTerms.ExchangeTerms> EXCHANGES =
      new RecentTexts<>(text -> Json.read(text, OrderTerms.ExchangeTerms.class));

  private Rows() {}

  static AccountState account(ResultSet row) throws SQLException {
    long haltedAt = row.getLong("halted_at_micros");
    boolean halted = !row.wasNull();
    return new AccountState(
        AccountId.of(row.getString("account_id")),
        Currency.of(row.getString("base_currency")),
        row.getString("broker"),
        mode(row.getString("mode")),
        halted ? row.getString("halt_reason") : null,
        halted ? CommonMessages.fromMicros(haltedAt) : null,
        row.getString("reduce_reason"),
        row.getLong("lease_epoch"),
        row.getLong("outbox_last"),
        row.getLong("outbox_booked"),
        row.getString("statement_cursor"));
  }

  /** What cannot be read lets nothing leave. */
  private static Mode mode(String stored) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().equals(stored))
        .findFirst()
        .orElse(Mode.RESEARCH);
  }

  /** An intent whose orders are still to be read. */
  static Intent intent(ResultSet row) throws SQLException {
    return new Intent(
        row.getString("trade_id"),
        AccountId.of(row.getString("account_id")),
        COMMANDS.read(row.getString("command_json")),
        row.getInt("closing") != 0,
        row.getString("symbol"),
        row.getString("denial_code"),
        row.getString("message"),
        instant(row, "created_at_micros"),
        instant(row, "changed_at_micros"),
        List.of());
  }

  static Order order(ResultSet row) throws SQLException {
    OrderName name =
        new OrderName(
            row.getString("trade_id"),
            row.getInt("leg_number"),
            ClientOrderId.of(row.getString("client_order_id")),
            row.getInt("broker_reference"));
    String currency = row.getString("cash_currency");
    OrderProgress progress =
        new OrderProgress(
            OrderState.valueOf(row.getString("state")),
            Decimals.parse(row.getString("done")),
            money(row.getString("reserved"), currency),
            row.getString("broker_order_id"),
            instant(row, "turn_at_micros"),
            instant(row, "changed_at_micros"),
            row.getInt("absences"),
            row.getString("note"));
    return new Order(
        name,
        terms(LegKind.valueOf(row.getString("kind")), row.getString("terms_json")),
        money(row.getString("cost_max"), currency),
        progress);
  }

  private static OrderTerms terms(LegKind kind, String json) {
    return switch (kind) {
      case SECURITY -> SECURITIES.read(json);
      case EXCHANGE -> EXCHANGES.read(json);
    };
  }

  static BrokerMovement movement(ResultSet row) throws SQLException {
    String json = row.getString("movement_json");
    return switch (MovementKind.valueOf(row.getString("kind"))) {
      case EXECUTION -> Json.read(json, BrokerMovement.Execution.class);
      case EXCHANGE -> Json.read(json, BrokerMovement.Exchange.class);
      case CASH_FLOW -> Json.read(json, BrokerMovement.CashFlow.class);
      case DIVIDEND -> Json.read(json, LedgerEntry.Dividend.class);
      case CORPORATE_ACTION -> Json.read(json, LedgerEntry.CorporateAction.class);
      case REVERSAL -> Json.read(json, LedgerEntry.Reversal.class);
    };
  }

  /** What the outbox calls the kinds of movements. */
  enum MovementKind {
    EXECUTION,
    EXCHANGE,
    CASH_FLOW,
    DIVIDEND,
    CORPORATE_ACTION,
    REVERSAL;

    static MovementKind of(BrokerMovement movement) {
      return switch (movement) {
        case BrokerMovement.Execution ignored -> EXECUTION;
        case BrokerMovement.Exchange ignored -> EXCHANGE;
        case BrokerMovement.CashFlow ignored -> CASH_FLOW;
        case LedgerEntry.Dividend ignored -> DIVIDEND;
        case LedgerEntry.CorporateAction ignored -> CORPORATE_ACTION;
        case LedgerEntry.Reversal ignored -> REVERSAL;
        case LedgerEntry.OpeningPosition entry -> throw notOfABroker(entry);
        case LedgerEntry.CashAdjustment entry -> throw notOfABroker(entry);
        case LedgerEntry.UnitsAdjustment entry -> throw notOfABroker(entry);
      };
    }

    private static IllegalArgumentException notOfABroker(LedgerEntry entry) {
      return new IllegalArgumentException("expected what a broker does, found " + entry);
    }
  }

  /** The order of ours that a movement belongs to, null for cash. */
  static @Nullable String clientOrderId(BrokerMovement movement) {
    return switch (movement) {
      case BrokerMovement.Execution execution -> execution.clientOrderId().value();
      case BrokerMovement.Exchange exchange -> exchange.clientOrderId().value();
      case BrokerMovement.CashFlow ignored -> null;
      case LedgerEntry ignored -> null;
    };
  }

  static @Nullable String amount(@Nullable Money money) {
    return money == null ? null : money.amount().toPlainString();
  }

  private static @Nullable Money money(@Nullable String amount, @Nullable String currency) {
    return amount == null || currency == null ? null : Money.of(amount, Currency.of(currency));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return CommonMessages.fromMicros(row.getLong(column));
  }
}
