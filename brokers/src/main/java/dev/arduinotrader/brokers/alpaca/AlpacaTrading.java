package dev.arduinotrader.brokers.alpaca;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.brokers.wire.Urgency;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.brokers.wire.WireReply;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All that is asked of the broker. Lists are read to their end or not at all. */
public final class AlpacaTrading {
  private static final int ORDERS_PAGE = 500;
  private static final int ACTIVITIES_PAGE = 100;
  private static final int PAGES_MAX = 200;

  private final AlpacaClient client;

  public AlpacaTrading(AlpacaClient client) {
    this.client = client;
  }

  /** Whose keys these are, and his money now. */
  public Result<AlpacaAccount> account() {
    return client
        .read("account", "/v2/account", Urgency.ACCOUNT)
        .then(answer -> AlpacaRow.one("account", answer, AlpacaAccount::read));
  }

  public Result<List<AlpacaPosition>> positions() {
    return client
        .read("positions", "/v2/positions", Urgency.ACCOUNT)
        .then(answer -> AlpacaRow.list("positions", answer, AlpacaPosition::read));
  }

  /** Whether the broker trades this symbol as a share of the United States now. */
  public Result<Boolean> isTradable(String symbol) {
    return client
        .find("asset", "/v2/assets/" + encoded(symbol), Urgency.ORDER_STATUS)
        .then(
            found ->
                found.isEmpty()
                    ? Result.success(false)
                    : AlpacaRow.one(
                        "asset",
                        found.get(),
                        row -> row.text("class").equals("us_equity") && row.flag("tradable")));
  }

  /** The order of this name of ours; empty when the broker says that it has none. */
  public Result<Optional<AlpacaOrder>> byClientOrderId(String id) {
    String path = "/v2/orders:by_client_order_id?client_order_id=" + encoded(id);
    return client.find("order by name", path, Urgency.ORDER_STATUS).then(AlpacaTrading::order);
  }

  /** The order of this name of the broker's; empty when the broker says that it has none. */
  public Result<Optional<AlpacaOrder>> byOrderId(String id) {
    return client
        .find("order", "/v2/orders/" + encoded(id), Urgency.ORDER_STATUS)
        .then(AlpacaTrading::order);
  }

  private static Result<Optional<AlpacaOrder>> order(Optional<JsonNode> found) {
    return found.isEmpty()
        ? Result.success(Optional.empty())
        : AlpacaRow.one("order", found.get(), AlpacaOrder::read).map(Optional::of);
  }

  /**
   * Sends an order, once.
   *
   * @param deadline by which its fate at the wire must be over; not sent when that is too near
   */
  public AlpacaSent place(AlpacaNewOrder order, Deadline deadline) {
    Result<WireReply> sent =
        client.postOnceBefore(deadline, "new order", "/v2/orders", order.body());
    if (sent instanceof Result.Failure<WireReply>(Problem problem)) {
      return new AlpacaSent.Unclear(problem);
    }
    WireReply reply = sent.orElseThrow();
    return switch (AlpacaClient.json("new order", reply)) {
      case Result.Failure<JsonNode>(Problem problem) -> new AlpacaSent.Unclear(problem);
      case Result.Success<JsonNode>(JsonNode answer) ->
          reply.isOk() ? taken(answer) : refused(reply, answer);
    };
  }

  private static AlpacaSent taken(JsonNode answer) {
    return switch (AlpacaRow.one("new order", answer, AlpacaOrder::read)) {
      case Result.Success<AlpacaOrder>(AlpacaOrder order) -> new AlpacaSent.Taken(order);
      case Result.Failure<AlpacaOrder>(Problem problem) -> new AlpacaSent.Unclear(problem);
    };
  }

  private static AlpacaSent refused(WireReply reply, JsonNode answer) {
    if (!AlpacaClient.isError(answer)) {
      return new AlpacaSent.Unclear(
          WireReason.WIRE_MALFORMED.problem(
              "expected the broker's own words, found '%s'".formatted(reply.beginning())));
    }
    String message = answer.path("message").asText();
    boolean unique = message.toLowerCase(Locale.ROOT).contains("must be unique");
    return unique ? new AlpacaSent.NameIsTaken() : new AlpacaSent.Refused(message);
  }

  /** Asks for a cancellation, once; neither a yes nor a no says how the order stands then. */
  public Result<WireReply> cancel(String orderId) {
    return client.deleteOnce("cancellation", "/v2/orders/" + encoded(orderId));
  }

  /** All orders that were sent after an instant, oldest first. */
  public Result<List<AlpacaOrder>> orders(Instant after) {
    Map<String, AlpacaOrder> all = new LinkedHashMap<>();
    Instant from = after;
    for (int page = 0; page < PAGES_MAX; page++) {
      String path =
          "/v2/orders?status=all&direction=asc&nested=false&limit=%d&after=%s"
              .formatted(ORDERS_PAGE, encoded(from.toString()));
      Result<List<AlpacaOrder>> read =
          client
              .read("orders", path, Urgency.ORDER_STATUS)
              .then(answer -> AlpacaRow.list("orders", answer, AlpacaOrder::read));
      if (read instanceof Result.Failure<List<AlpacaOrder>>) {
        return read;
      }
      List<AlpacaOrder> orders = read.orElseThrow();
      int before = all.size();
      orders.forEach(order -> all.put(order.orderId(), order));
      if (orders.size() < ORDERS_PAGE) {
        return Result.success(List.copyOf(all.values()));
      }
      if (all.size() == before) {
        return endless("orders");
      }
      // Several may have been sent in one moment: what is read twice is known by its id.
      from = orders.getLast().submittedAt().minusMillis(1);
    }
    return endless("orders");
  }

  /** All executions after an instant, oldest first. */
  public Result<List<AlpacaFill>> fills(Instant after) {
    return activities("/v2/account/activities/FILL?", after, AlpacaFill::read, AlpacaFill::fillId);
  }

  /** All money that came or went without a trade after an instant, oldest first. */
  public Result<List<AlpacaFlow>> flows(Instant after) {
    return activities(
        "/v2/account/activities?category=non_trade_activity&",
        after,
        AlpacaFlow::read,
        AlpacaFlow::flowId);
  }

  private <T> Result<List<T>> activities(
      String path, Instant after, Function<AlpacaRow, T> reader, Function<T, String> id) {
    List<T> all = new ArrayList<>();
    String token = "";
    for (int page = 0; page < PAGES_MAX; page++) {
      String query =
          "%sdirection=asc&page_size=%d&after=%s%s"
              .formatted(
                  path,
                  ACTIVITIES_PAGE,
                  encoded(after.toString()),
                  token.isEmpty() ? "" : "&page_token=" + encoded(token));
      Result<List<T>> read =
          client
              .read("activities", query, Urgency.ORDER_STATUS)
              .then(answer -> AlpacaRow.list("activities", answer, reader));
      if (read instanceof Result.Failure<List<T>>) {
        return read;
      }
      List<T> rows = read.orElseThrow();
      all.addAll(rows);
      if (rows.size() < ACTIVITIES_PAGE) {
        return Result.success(all.stream().distinct().toList());
      }
      token = id.apply(rows.getLast());
    }
    return endless("activities");
  }

  private static <T> Result<T> endless(String what) {
    return WireReason.WIRE_MALFORMED.failure(
        "expected %s to end within %d pages, found more".formatted(what, PAGES_MAX));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
