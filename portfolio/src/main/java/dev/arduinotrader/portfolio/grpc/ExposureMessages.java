package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.common.Side;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;

/** What trading has under way on the wire, both ways. */
public final class ExposureMessages {
  private ExposureMessages() {}

  public static dev.arduinotrader.contracts.portfolio.OpenExposure toProto(OpenExposure exposure) {
    return dev.arduinotrader.contracts.portfolio.OpenExposure.newBuilder()
        .setExecutionSequence(exposure.executionSequence())
        .addAllOrders(exposure.orders().stream().map(ExposureMessages::toProto).toList())
        .build();
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static OpenExposure fromProto(dev.arduinotrader.contracts.portfolio.OpenExposure message) {
    return new OpenExposure(
        message.getExecutionSequence(),
        WireValues.each("orders", message.getOrdersList(), ExposureMessages::fromProto));
  }

  public static dev.arduinotrader.contracts.portfolio.OpenOrder toProto(OpenOrder order) {
    dev.arduinotrader.contracts.portfolio.OpenOrder.Builder message =
        dev.arduinotrader.contracts.portfolio.OpenOrder.newBuilder()
            .setClientOrderId(order.clientOrderId().value())
            .setDescription(order.description())
            .setState(order.state())
            .setRemaining(order.remaining().toString())
            .setCreatedAt(CommonMessages.toProto(order.createdAt()));
    Isin isin = order.isin();
    if (isin != null) {
      message.setIsin(isin.value());
    }
    dev.arduinotrader.kernel.market.Side side = order.side();
    if (side != null) {
      message.setSide(CommonMessages.toProto(side));
    }
    Money reserved = order.reservedCash();
    if (reserved != null) {
      message.setReservedCash(CommonMessages.toProto(reserved));
    }
    Money expected = order.expectedCash();
    if (expected != null) {
      message.setExpectedCash(CommonMessages.toProto(expected));
    }
    return message.build();
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static OpenOrder fromProto(dev.arduinotrader.contracts.portfolio.OpenOrder message) {
    return new OpenOrder(
        ClientOrderId.of(message.getClientOrderId()),
        message.getIsin().isEmpty() ? null : Isin.of(message.getIsin()),
        message.getSide() == Side.SIDE_UNSPECIFIED ? null : CommonMessages.side(message.getSide()),
        message.getDescription(),
        message.getState(),
        Quantity.of(message.getRemaining()),
        WireValues.optionalMoney(
            "reserved_cash", message.hasReservedCash(), message.getReservedCash()),
        WireValues.optionalMoney(
            "expected_cash", message.hasExpectedCash(), message.getExpectedCash()),
        WireValues.instant("created_at", message.hasCreatedAt(), message.getCreatedAt()));
  }
}
