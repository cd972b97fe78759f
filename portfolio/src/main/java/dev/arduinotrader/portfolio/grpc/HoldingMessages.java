package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.Holding;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.Position;
import java.time.Instant;

/** Positions and cash on the wire, both ways. */
public final class HoldingMessages {
  private HoldingMessages() {}

  public static Holding toProto(Position position) {
    Holding.Builder message = Holding.newBuilder().setPosition(values(position));
    Instant firstBoughtAt = position.firstBoughtAt();
    if (firstBoughtAt != null) {
      message.setFirstBoughtAt(CommonMessages.toProto(firstBoughtAt));
    }
    Instant lastBoughtAt = position.lastBoughtAt();
    if (lastBoughtAt != null) {
      message.setLastBoughtAt(CommonMessages.toProto(lastBoughtAt));
    }
    Instant lastSoldAt = position.lastSoldAt();
    if (lastSoldAt != null) {
      message.setLastSoldAt(CommonMessages.toProto(lastSoldAt));
    }
    return message.build();
  }

  private static dev.arduinotrader.contracts.common.Position.Builder values(Position position) {
    dev.arduinotrader.contracts.common.Position.Builder message =
        dev.arduinotrader.contracts.common.Position.newBuilder()
            .setIsin(position.isin().value())
            .setSymbol(position.symbol())
            .setName(position.name())
            .setQuantity(position.quantity().toString())
            .setNote(position.note());
    Money cost = position.cost();
    if (cost != null) {
      message.setCost(CommonMessages.toProto(cost));
    }
    Price price = position.price();
    if (price != null) {
      message.setPrice(CommonMessages.toProto(price));
    }
    Instant pricedAt = position.pricedAt();
    if (pricedAt != null) {
      message.setPriceKnownAtMicros(CommonMessages.toMicros(pricedAt));
    }
    Money value = position.value();
    if (value != null) {
      message.setValue(CommonMessages.toProto(value));
    }
    Money valueInBase = position.valueInBase();
    if (valueInBase != null) {
      message.setValueInBase(CommonMessages.toProto(valueInBase));
    }
    return message.setPriceSource(WireValues.nullAsEmpty(position.priceSource()));
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static Position fromProto(Holding message) {
    dev.arduinotrader.contracts.common.Position values = message.getPosition();
    return new Position(
        Isin.of(values.getIsin()),
        values.getSymbol(),
        values.getName(),
        Quantity.of(values.getQuantity()),
        WireValues.optionalMoney("cost", values.hasCost(), values.getCost()),
        values.hasPrice() ? CommonMessages.price(values.getPrice()) : null,
        values.hasPrice() ? CommonMessages.fromMicros(values.getPriceKnownAtMicros()) : null,
        WireValues.optionalMoney("value", values.hasValue(), values.getValue()),
        WireValues.optionalMoney("value_in_base", values.hasValueInBase(), values.getValueInBase()),
        WireValues.optionalInstant(
            "first_bought_at", message.hasFirstBoughtAt(), message.getFirstBoughtAt()),
        WireValues.optionalInstant(
            "last_bought_at", message.hasLastBoughtAt(), message.getLastBoughtAt()),
        WireValues.optionalInstant(
            "last_sold_at", message.hasLastSoldAt(), message.getLastSoldAt()),
        values.getNote(),
        WireValues.emptyAsNull(values.getPriceSource()));
  }

  public static dev.arduinotrader.contracts.portfolio.CashBalance toProto(CashBalance balance) {
    dev.arduinotrader.contracts.portfolio.CashBalance.Builder message =
        dev.arduinotrader.contracts.portfolio.CashBalance.newBuilder()
            .setCurrency(balance.currency().code())
            .setSettled(CommonMessages.toProto(balance.settled()))
            .setUnsettled(CommonMessages.toProto(balance.unsettled()))
            .setReserved(CommonMessages.toProto(balance.reserved()))
            .setAvailable(CommonMessages.toProto(balance.available()))
            .setTotal(CommonMessages.toProto(balance.total()));
    Money totalInBase = balance.totalInBase();
    if (totalInBase != null) {
      message.setTotalInBase(CommonMessages.toProto(totalInBase));
    }
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static CashBalance fromProto(dev.arduinotrader.contracts.portfolio.CashBalance message) {
    return new CashBalance(
        Currency.of(message.getCurrency()),
        WireValues.money("settled", message.getSettled()),
        WireValues.money("unsettled", message.getUnsettled()),
        WireValues.money("reserved", message.getReserved()),
        WireValues.money("available", message.getAvailable()),
        WireValues.money("total", message.getTotal()),
        WireValues.optionalMoney(
            "total_in_base", message.hasTotalInBase(), message.getTotalInBase()));
  }
}
