package dev.arduinotrader.trading.model;

import dev.arduinotrader.trading.OrderType;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradeValidation.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether the broker takes an order of this type for this time. */
final class OrderKindChecks {
  private OrderKindChecks() {}

  static List<Finding> findings(TradeCommand command, BrokerOffer offer) {
    List<Finding> findings = new ArrayList<>();
    if (command.type() == OrderType.MARKET && command.limit() != null) {
      findings.add(
          finding(
              GateCheck.ORDER_TYPE,
              "expected no limit of a MARKET order, found %s\nMaybe leave one of both out."
                  .formatted(command.limit())));
    }
    if (!offer.types().contains(command.type())) {
      findings.add(
          finding(
              GateCheck.ORDER_TYPE,
              "expected one of %s, which broker %s takes, found %s"
                  .formatted(offer.types(), offer.broker(), command.type())));
    }
    if (!offer.times().contains(command.timeInForce())) {
      findings.add(
          finding(
              GateCheck.ORDER_TIME,
              "expected one of %s, which broker %s takes, found %s"
                  .formatted(offer.times(), offer.broker(), command.timeInForce())));
    }
    return findings;
  }

  private static Finding finding(GateCheck check, String message) {
    return new Finding(check.name(), message);
  }
}
