package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.Urgency;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places and cancels orders, each command sent once, and asks how they stand. */
public final class TradernetOrders {
  private static final String PLACE = "putTradeOrder";
  private static final String CANCEL = "delTradeOrder";

  private final TradernetClient client;

  public TradernetOrders(TradernetClient client) {
    this.client = client;
  }

  /**
   * Sends an order, once. Only a refusal in the broker's own words counts as one.
   *
   * @param deadline by which its fate at the wire must be over; not sent when that is too near
   */
  public TradernetSent place(TradernetNewOrder order, Deadline deadline) {
    return sent(PLACE, client.sendOnceBefore(deadline, PLACE, order.parameters()));
  }

  /** Asks for what is open of an order to be cancelled, once. */
  public TradernetSent cancel(String orderId) {
    Optional<Long> number =
        TolerantJson.wholeNumber(com.fasterxml.jackson.databind.node.TextNode.valueOf(orderId));
    return number.isPresent()
        ? sent(CANCEL, client.sendOnce(CANCEL, Map.of("order_id", number.get())))
        : new TradernetSent.Refused(
            WireReason.WIRE_REJECTED.problem("expected a number for an order, found " + orderId));
  }

  private static TradernetSent sent(String command, Result<WireReply> reply) {
    if (reply instanceof Result.Failure<WireReply>(Problem problem)) {
      return new TradernetSent.Unclear(problem);
    }
    WireReply text = reply.orElseThrow();
    return switch (TradernetAnswer.read(command, text)) {
      case Result.Success<JsonNode>(JsonNode answer) -> taken(command, answer, text);
      case Result.Failure<JsonNode>(Problem problem) ->
          problem.code().equals(WireReason.WIRE_REJECTED.name())
                  && !text.text().contains("order_id")
              ? new TradernetSent.Refused(problem)
              : new TradernetSent.Unclear(problem);
    };
  }

  private static TradernetSent taken(String command, JsonNode answer, WireReply reply) {
    return TolerantJson.wholeNumber(answer.get("order_id"))
        .filter(id -> id > 0)
        .<TradernetSent>map(id -> new TradernetSent.Taken(Long.toString(id)))
        .orElseGet(
            () ->
                new TradernetSent.Unclear(
                    WireReason.WIRE_MALFORMED.problem(
                        "expected order_id in the answer to %s, found '%s'"
                            .formatted(command, reply.beginning()))));
  }

  /**
   * The orders of the current period.
   *
   * @param activeOnly leaves out those that have ended
   */
  public Result<List<TradernetOrder>> current(boolean activeOnly) {
    String command = "getNotifyOrderJson";
    return client
        .read(command, Map.of("active_only", activeOnly ? 1 : 0), Urgency.ORDER_STATUS)
        .then(answer -> TradernetOrder.readAll(command, answer));
  }

  /** The orders of a time, both ends included; to the second. */
  public Result<List<TradernetOrder>> history(Instant from, Instant till) {
    String command = "getOrdersHistory";
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("from", TradernetTimes.write(from));
    parameters.put("till", TradernetTimes.write(till));
    return client
        .read(command, parameters, Urgency.ORDER_STATUS)
        .then(answer -> TradernetOrder.readAll(command, answer));
  }

  /** All executions of a time, by days of the broker, both included. */
  public Result<List<TradernetFill>> fills(Instant from, Instant till) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("beginDate", TradernetTimes.dayOf(from).toString());
    parameters.put("endDate", TradernetTimes.dayOf(till).toString());
    parameters.put("max", 0);
    return client
        .read("getTradesHistory", parameters, Urgency.ORDER_STATUS)
        .then(TradernetFill::readAll);
  }
}
