package dev.arduinotrader.trading.grpc;

import static java.util.Objects.requireNonNull;

import dev.arduinotrader.contracts.trading.ExecuteTradeRequest;
import dev.arduinotrader.contracts.trading.TradeWish;
import dev.arduinotrader.contracts.trading.ValidateTradeRequest;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.trading.OrderLeg;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;
import dev.arduinotrader.trading.Trade;
import dev.arduinotrader.trading.TradeCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Wishes to trade and trades on the wire, both ways. */
public final class TradeMessages {
  /** A validation is no command; what it would be called does not matter. */
  private static final CommandId NO_COMMAND = CommandId.of("validation");

  private TradeMessages() {}

  static ExecuteTradeRequest toProto(TradeCommand command) {
    return ExecuteTradeRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setWish(wish(command))
        .build();
  }

  static TradeWish wish(TradeCommand command) {
    return wish(
            command.isin(),
            command.side(),
            command.quantity(),
            command.limit(),
            command.reason(),
            command.planHash(),
            command.planStep())
        .setEstimatedPrice(CommonMessages.toProto(command.estimatedPrice()))
        .setType(EnumMessages.toProto(command.type()))
        .setTimeInForce(EnumMessages.toProto(command.timeInForce()))
        .build();
  }

  private static TradeWish.Builder wish(
      Isin isin,
      Side side,
      Quantity quantity,
      @Nullable Price limit,
      String reason,
      String planHash,
      int planStep) {
    TradeWish.Builder wish =
        TradeWish.newBuilder()
            .setIsin(isin.value())
            .setSide(CommonMessages.toProto(side))
            .setQuantity(quantity.toString())
            .setReason(reason)
            .setPlanHash(planHash)
            .setPlanStep(planStep);
    if (limit != null) {
      wish.setLimit(CommonMessages.toProto(limit));
    }
    return wish;
  }

  static TradeCommand fromProto(ExecuteTradeRequest message) {
    FieldReader fields = new FieldReader();
    CommandId id = fields.command("command_id", message.getCommandId());
    return command(fields, id, message.getWish());
  }

  static TradeCommand fromProto(ValidateTradeRequest message) {
    return command(new FieldReader(), NO_COMMAND, message.getWish());
  }

  private static TradeCommand command(FieldReader fields, @Nullable CommandId id, TradeWish wish) {
    Isin isin = fields.isin("wish.isin", wish.getIsin());
    Side side = fields.read("wish.side", () -> CommonMessages.side(wish.getSide()));
    Quantity quantity = fields.quantity("wish.quantity", wish.getQuantity());
    Price limit = wish.hasLimit() ? fields.price("wish.limit", wish.getLimit()) : null;
    Price estimated = fields.price("wish.estimated_price", wish.getEstimatedPrice());
    OrderType type = fields.read("wish.type", () -> EnumMessages.fromProto(wish.getType()));
    TimeInForce time =
        fields.read("wish.time_in_force", () -> EnumMessages.fromProto(wish.getTimeInForce()));
    return fields.build(
        () ->
            new TradeCommand(
                requireNonNull(id),
                requireNonNull(isin),
                requireNonNull(side),
                requireNonNull(quantity),
                limit,
                requireNonNull(estimated),
                wish.getReason(),
                wish.getPlanHash(),
                wish.getPlanStep(),
                requireNonNull(type),
                requireNonNull(time)));
  }

  public static dev.arduinotrader.contracts.trading.Trade toProto(Trade trade) {
    TradeWish.Builder wish =
        wish(
                trade.isin(),
                trade.side(),
                trade.quantity(),
                trade.limit(),
                trade.reason(),
                trade.planHash(),
                trade.planStep())
            .setType(EnumMessages.toProto(trade.type()))
            .setTimeInForce(EnumMessages.toProto(trade.timeInForce()));
    return dev.arduinotrader.contracts.trading.Trade.newBuilder()
        .setTradeId(trade.tradeId())
        .setAccountId(trade.accountId().value())
        .setCommandId(trade.commandId().value())
        .setWish(wish)
        .setSymbol(trade.symbol())
        .setState(EnumMessages.toProto(trade.state()))
        .setDenialCode(trade.denialCode())
        .setMessage(trade.message())
        .setCreatedAt(CommonMessages.toProto(trade.createdAt()))
        .setChangedAt(CommonMessages.toProto(trade.changedAt()))
        .addAllLegs(trade.legs().stream().map(TradeMessages::toProto).toList())
        .build();
  }

  public static Trade fromProto(dev.arduinotrader.contracts.trading.Trade message) {
    TradeWish wish = message.getWish();
    return new Trade(
        message.getTradeId(),
        AccountId.of(message.getAccountId()),
        CommandId.of(message.getCommandId()),
        Isin.of(wish.getIsin()),
        message.getSymbol(),
        CommonMessages.side(wish.getSide()),
        Quantity.of(wish.getQuantity()),
        wish.hasLimit() ? CommonMessages.price(wish.getLimit()) : null,
        EnumMessages.fromProto(message.getState()),
        message.getDenialCode(),
        message.getMessage(),
        wish.getReason(),
        wish.getPlanHash(),
        wish.getPlanStep(),
        CommonMessages.instant(message.getCreatedAt()),
        CommonMessages.instant(message.getChangedAt()),
        message.getLegsList().stream().map(TradeMessages::fromProto).toList(),
        EnumMessages.fromProto(wish.getType()),
        EnumMessages.fromProto(wish.getTimeInForce()));
  }

  private static dev.arduinotrader.contracts.trading.OrderLeg toProto(OrderLeg leg) {
    dev.arduinotrader.contracts.trading.OrderLeg.Builder message =
        dev.arduinotrader.contracts.trading.OrderLeg.newBuilder()
            .setNumber(leg.number())
            .setKind(EnumMessages.toProto(leg.kind()))
            .setDescription(leg.description())
            .setClientOrderId(leg.clientOrderId().value())
            .setBrokerReference(leg.brokerReference())
            .setBrokerOrderId(leg.brokerOrderId())
            .setState(EnumMessages.toProto(leg.state()))
            .setFilled(leg.filled().toString())
            .setChangedAt(CommonMessages.toProto(leg.changedAt()))
            .addAllFills(leg.fills().stream().map(TradeMessages::toProto).toList());
    Price average = leg.averagePrice();
    if (average != null) {
      message.setAveragePrice(CommonMessages.toProto(average));
    }
    Money reserved = leg.reserved();
    if (reserved != null) {
      message.setReserved(CommonMessages.toProto(reserved));
    }
    return message.build();
  }

  private static OrderLeg fromProto(dev.arduinotrader.contracts.trading.OrderLeg message) {
    List<OrderLeg.Fill> fills =
        message.getFillsList().stream().map(TradeMessages::fromProto).toList();
    return new OrderLeg(
        message.getNumber(),
        EnumMessages.fromProto(message.getKind()),
        message.getDescription(),
        ClientOrderId.of(message.getClientOrderId()),
        message.getBrokerReference(),
        message.getBrokerOrderId(),
        EnumMessages.fromProto(message.getState()),
        Quantity.of(message.getFilled()),
        message.hasAveragePrice() ? CommonMessages.price(message.getAveragePrice()) : null,
        message.hasReserved() ? CommonMessages.money(message.getReserved()) : null,
        CommonMessages.instant(message.getChangedAt()),
        fills);
  }

  private static dev.arduinotrader.contracts.trading.Fill toProto(OrderLeg.Fill fill) {
    return dev.arduinotrader.contracts.trading.Fill.newBuilder()
        .setExecutionId(fill.executionId())
        .setAt(CommonMessages.toProto(fill.at()))
        .setDescription(fill.description())
        .setCommission(CommonMessages.toProto(fill.commission()))
        .build();
  }

  private static OrderLeg.Fill fromProto(dev.arduinotrader.contracts.trading.Fill message) {
    return new OrderLeg.Fill(
        message.getExecutionId(),
        CommonMessages.instant(message.getAt()),
        message.getDescription(),
        CommonMessages.money(message.getCommission()));
  }
}
