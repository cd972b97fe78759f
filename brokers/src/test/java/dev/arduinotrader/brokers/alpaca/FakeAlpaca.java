package dev.arduinotrader.brokers.alpaca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.testkit.ScriptedHttpServer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Asked;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The broker on a free port: its documented formats, its state, and faults on demand. */
public final class FakeAlpaca implements AutoCloseable {
  public static final AlpacaKeys KEYS = new AlpacaKeys("PKTEST", "secret");
  public static final String NUMBER = "PA3ABCDEF";

  private final ScriptedHttpServer server = new ScriptedHttpServer();
  private final TraderClock clock;
  private final Map<String, BigDecimal> held = new TreeMap<>();
  private final List<PlacedOrder> orders = new ArrayList<>();
  private final List<Map<String, Object>> fills = new ArrayList<>();
  private final List<Map<String, Object>> flows = new ArrayList<>();
  private final Map<String, Deque<Fault>> faults = new TreeMap<>();
  private BigDecimal cash = BigDecimal.ZERO;
  private boolean down;
  private int lastNumber;

  /** A fault that the next request meets that begins so. */
  private record Fault(Answer answer, boolean afterEffect) {}

  private static final class PlacedOrder {
    private final String id;
    private final JsonNode asked;
    private final Instant at;
    private String status = "new";
    private BigDecimal filled = BigDecimal.ZERO;

    private PlacedOrder(String id, JsonNode asked, Instant at) {
      this.id = id;
      this.asked = asked;
      this.at = at;
    }

    private String said(String key) {
      return asked.path(key).asText("");
    }

    private BigDecimal open() {
      return new BigDecimal(said("qty")).subtract(filled);
    }

    private boolean isOpen() {
      return status.equals("new") || status.equals("partially_filled");
    }

    private boolean accepts(BigDecimal price) {
      if (said("type").equals("market")) {
        return true;
      }
      int beyond = price.compareTo(new BigDecimal(said("limit_price")));
      return said("side").equals("buy") ? beyond <= 0 : beyond >= 0;
    }
  }

  public FakeAlpaca(TraderClock clock) {
    this.clock = clock;
    server.answering(this::answer);
  }

  public URI base() {
    return server.base();
  }

  public synchronized FakeAlpaca cash(String amount) {
    cash = new BigDecimal(amount);
    return this;
  }

  /** Whether every request is answered with an error of the server. */
  public synchronized void down(boolean now) {
    down = now;
  }

  /** The next request whose method and path begin so meets a fault, before or after its work. */
  public synchronized void fault(String beginning, Answer answer, boolean afterEffect) {
    faults
        .computeIfAbsent(beginning, key -> new ArrayDeque<>())
        .add(new Fault(answer, afterEffect));
  }

  public synchronized int orderCount() {
    return orders.size();
  }

  /** Money comes or goes without a trade. */
  public void flow(String id, String type, String amount) {
    flow(id, type, amount, Map.of());
  }

  /** A security pays its holders. */
  public void dividend(String id, String symbol, String amount) {
    flow(id, "DIV", amount, Map.of("symbol", symbol));
  }

  private synchronized void flow(String id, String type, String amount, Map<String, Object> more) {
    Map<String, Object> flow = new LinkedHashMap<>(more);
    flow.put("activity_type", type);
    flow.put("id", stamp() + "::" + id);
    flow.put("date", clock.now().atZone(ZoneOffset.UTC).toLocalDate().toString());
    flow.put("net_amount", amount);
    flows.add(flow);
    cash = cash.add(new BigDecimal(amount));
  }

  /** Executes this much of the order of this name of the customer's. */
  public synchronized void fill(String clientOrderId, String quantity, String price) {
    PlacedOrder order = named(clientOrderId).orElseThrow();
    BigDecimal units = new BigDecimal(quantity);
    order.filled = order.filled.add(units);
    if (order.isOpen()) {
      order.status = order.open().signum() == 0 ? "filled" : "partially_filled";
    }
    boolean buys = order.said("side").equals("buy");
    BigDecimal value = units.multiply(new BigDecimal(price));
    cash = buys ? cash.subtract(value) : cash.add(value);
    held.merge(order.said("symbol"), buys ? units : units.negate(), BigDecimal::add);
    Map<String, Object> fill = new LinkedHashMap<>();
    fill.put("activity_type", "FILL");
    fill.put("id", stamp() + "::" + ++lastNumber);
    fill.put("order_id", order.id);
    fill.put("symbol", order.said("symbol"));
    fill.put("side", order.said("side"));
    fill.put("qty", quantity);
    fill.put("price", price);
    fill.put("leaves_qty", order.open().toPlainString());
    fill.put("transaction_time", clock.now().toString());
    fills.add(fill);
  }

  /** Something is traded at this price: what accepts it is executed, what cannot wait is ended. */
  public synchronized void trade(String price) {
    for (PlacedOrder order : List.copyOf(orders)) {
      if (order.isOpen() && order.accepts(new BigDecimal(price))) {
        fill(order.said("client_order_id"), order.open().toPlainString(), price);
      } else if (order.isOpen() && List.of("ioc", "fok").contains(order.said("time_in_force"))) {
        order.status = "canceled";
      }
    }
  }

  /** The session ends, and orders for the day with it. */
  public synchronized void sessionEnds() {
    for (PlacedOrder order : orders) {
      if (order.isOpen() && order.said("time_in_force").equals("day")) {
        order.status = "expired";
      }
    }
  }

  private String stamp() {
    return clock.now().toString().replaceAll("[^0-9]", "");
  }

  private Optional<PlacedOrder> named(String clientOrderId) {
    return orders.stream().filter(o -> o.said("client_order_id").equals(clientOrderId)).findFirst();
  }

  private synchronized Answer answer(Asked asked) {
    if (!KEYS.keyId().equals(asked.headers().get("apca-api-key-id"))
        || !KEYS.secret().equals(asked.headers().get("apca-api-secret-key"))) {
      return error(401, 40110000, "request is not authorized");
    }
    if (down) {
      return new Answer.Full(502, "<html>");
    }
    String request = asked.method() + " " + asked.target();
    Fault fault =
        faults.entrySet().stream()
            .filter(entry -> request.startsWith(entry.getKey()))
            .map(entry -> Optional.ofNullable(entry.getValue().poll()))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(null);
    if (fault != null && !fault.afterEffect()) {
      return fault.answer();
    }
    Answer answer = work(asked);
    return fault == null ? answer : fault.answer();
  }

  private Answer work(Asked asked) {
    String path = asked.target().replaceFirst("\\?.*", "");
    if (asked.method().equals("POST")) {
      return place(read(asked.body()));
    }
    if (asked.method().equals("DELETE")) {
      return cancel(last(path));
    }
    if (path.startsWith("/v2/assets/")) {
      boolean known = last(path).equals("AAPL");
      return known
          ? ok(Map.of("symbol", "AAPL", "class", "us_equity", "tradable", true))
          : error(404, 40410000, "asset not found");
    }
    return switch (path) {
      case "/v2/account" ->
          ok(Map.of("account_number", NUMBER, "currency", "USD", "cash", cash.toPlainString()));
      case "/v2/positions" ->
          ok(
              held.entrySet().stream()
                  .filter(e -> e.getValue().signum() != 0)
                  .map(e -> Map.of("symbol", e.getKey(), "qty", e.getValue().toPlainString()))
                  .toList());
      case "/v2/orders" -> ok(orders.stream().map(FakeAlpaca::row).toList());
      case "/v2/orders:by_client_order_id" ->
          one(named(asked.target().replaceFirst(".*client_order_id=", "")));
      case "/v2/account/activities/FILL" -> ok(page(fills, asked.target()));
      case "/v2/account/activities" -> ok(page(flows, asked.target()));
      default -> one(orders.stream().filter(o -> o.id.equals(last(path))).findFirst());
    };
  }

  /** At most a hundred, after the one that the token names. */
  private static List<Map<String, Object>> page(List<Map<String, Object>> all, String target) {
    String token = target.contains("page_token=") ? target.replaceFirst(".*page_token=", "") : "";
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      if (token.equals(all.get(i).get("id"))) {
        from = i + 1;
      }
    }
    return all.subList(from, Math.min(all.size(), from + 100));
  }

  private Answer place(JsonNode asked) {
    if (named(asked.path("client_order_id").asText()).isPresent()) {
      return error(422, 40010001, "client_order_id must be unique");
    }
    BigDecimal price = new BigDecimal(asked.path("limit_price").asText("0"));
    BigDecimal cost = price.multiply(new BigDecimal(asked.path("qty").asText()));
    if (asked.path("side").asText().equals("buy") && cost.compareTo(cash) > 0) {
      return error(403, 40310000, "insufficient buying power");
    }
    PlacedOrder order = new PlacedOrder("order-" + ++lastNumber, asked, clock.now());
    orders.add(order);
    return ok(row(order));
  }

  private Answer cancel(String id) {
    PlacedOrder order = orders.stream().filter(o -> o.id.equals(id)).findFirst().orElseThrow();
    if (!order.isOpen()) {
      return error(422, 42210000, "order is not cancelable");
    }
    order.status = "canceled";
    return new Answer.Full(204, "");
  }

  private static Map<String, Object> row(PlacedOrder order) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", order.id);
    row.put("client_order_id", order.said("client_order_id"));
    row.put("submitted_at", order.at.toString());
    row.put("updated_at", order.at.toString());
    row.put("symbol", order.said("symbol"));
    row.put("side", order.said("side"));
    row.put("qty", order.said("qty"));
    row.put("filled_qty", order.filled.toPlainString());
    row.put("status", order.status);
    return row;
  }

  private static Answer one(Optional<PlacedOrder> order) {
    return order.isPresent() ? ok(row(order.get())) : error(404, 40410000, "order not found");
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Answer ok(Object content) {
    return new Answer.Full(200, Json.write(content));
  }

  private static Answer error(int status, int code, String message) {
    return new Answer.Full(status, Json.write(Map.of("code", code, "message", message)));
  }

  private static JsonNode read(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
