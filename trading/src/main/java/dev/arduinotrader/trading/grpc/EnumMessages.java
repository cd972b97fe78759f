package dev.arduinotrader.trading.grpc;

import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.OrderLeg;
import dev.arduinotrader.trading.OrderState;
import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TimeInForce;

/** The enums of trading on the wire, both ways; what is not known is refused. */
final class EnumMessages {
  private EnumMessages() {}

  static dev.arduinotrader.contracts.trading.OrderState toProto(OrderState state) {
    return dev.arduinotrader.contracts.trading.OrderState.valueOf("ORDER_STATE_" + state.name());
  }

  static OrderState fromProto(dev.arduinotrader.contracts.trading.OrderState message) {
    return switch (message) {
      case ORDER_STATE_INTENDED -> OrderState.INTENDED;
      case ORDER_STATE_SENDING -> OrderState.SENDING;
      case ORDER_STATE_ACCEPTED -> OrderState.ACCEPTED;
      case ORDER_STATE_PARTIALLY_FILLED -> OrderState.PARTIALLY_FILLED;
      case ORDER_STATE_FILLED -> OrderState.FILLED;
      case ORDER_STATE_CANCEL_REQUESTED -> OrderState.CANCEL_REQUESTED;
      case ORDER_STATE_CANCEL_UNKNOWN -> OrderState.CANCEL_UNKNOWN;
      case ORDER_STATE_CANCELLED -> OrderState.CANCELLED;
      case ORDER_STATE_EXPIRED -> OrderState.EXPIRED;
      case ORDER_STATE_REJECTED -> OrderState.REJECTED;
      case ORDER_STATE_DENIED -> OrderState.DENIED;
      case ORDER_STATE_UNKNOWN -> OrderState.UNKNOWN;
      case ORDER_STATE_ABSENT -> OrderState.ABSENT;
      case ORDER_STATE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected an order's state, found " + message);
    };
  }

  static dev.arduinotrader.contracts.trading.LegKind toProto(OrderLeg.LegKind kind) {
    return switch (kind) {
      case EXCHANGE -> dev.arduinotrader.contracts.trading.LegKind.LEG_KIND_EXCHANGE;
      case SECURITY -> dev.arduinotrader.contracts.trading.LegKind.LEG_KIND_SECURITY;
    };
  }

  static OrderLeg.LegKind fromProto(dev.arduinotrader.contracts.trading.LegKind message) {
    return switch (message) {
      case LEG_KIND_EXCHANGE -> OrderLeg.LegKind.EXCHANGE;
      case LEG_KIND_SECURITY -> OrderLeg.LegKind.SECURITY;
      case LEG_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected the kind of an order, found " + message);
    };
  }

  static dev.arduinotrader.contracts.trading.OrderType toProto(OrderType type) {
    return switch (type) {
      case LIMIT -> dev.arduinotrader.contracts.trading.OrderType.ORDER_TYPE_LIMIT;
      case MARKET -> dev.arduinotrader.contracts.trading.OrderType.ORDER_TYPE_MARKET;
    };
  }

  static OrderType fromProto(dev.arduinotrader.contracts.trading.OrderType message) {
    return switch (message) {
      case ORDER_TYPE_LIMIT, ORDER_TYPE_UNSPECIFIED -> OrderType.LIMIT;
      case ORDER_TYPE_MARKET -> OrderType.MARKET;
      case UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "expected ORDER_TYPE_LIMIT or ORDER_TYPE_MARKET, found " + message);
    };
  }

  static dev.arduinotrader.contracts.trading.TimeInForce toProto(TimeInForce time) {
    return dev.arduinotrader.contracts.trading.TimeInForce.valueOf("TIME_IN_FORCE_" + time.name());
  }

  static TimeInForce fromProto(dev.arduinotrader.contracts.trading.TimeInForce message) {
    return switch (message) {
      case TIME_IN_FORCE_DAY -> TimeInForce.DAY;
      case TIME_IN_FORCE_GTC, TIME_IN_FORCE_UNSPECIFIED -> TimeInForce.GTC;
      case TIME_IN_FORCE_IOC -> TimeInForce.IOC;
      case TIME_IN_FORCE_FOK -> TimeInForce.FOK;
      case UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "expected TIME_IN_FORCE_DAY, _GTC, _IOC or _FOK, found " + message);
    };
  }

  static dev.arduinotrader.contracts.trading.Mode toProto(Mode mode) {
    return switch (mode) {
      case RESEARCH -> dev.arduinotrader.contracts.trading.Mode.MODE_RESEARCH;
      case PAPER -> dev.arduinotrader.contracts.trading.Mode.MODE_PAPER;
      case LIVE -> dev.arduinotrader.contracts.trading.Mode.MODE_LIVE;
    };
  }

  static Mode fromProto(dev.arduinotrader.contracts.trading.Mode message) {
    return switch (message) {
      case MODE_RESEARCH -> Mode.RESEARCH;
      case MODE_PAPER -> Mode.PAPER;
      case MODE_LIVE -> Mode.LIVE;
      case MODE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "expected MODE_RESEARCH, MODE_PAPER or MODE_LIVE, found " + message);
    };
  }
}
