package dev.arduinotrader.brokers.tradernet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.testkit.ScriptedHttpServer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Asked;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The broker on a free port: its documented formats, its state, and faults on demand. */
public final class FakeTradernet implements AutoCloseable {
  public static final TradernetKeys KEYS = new TradernetKeys("public", "k");
  public static final String USER = "4711";

  private static final BigDecimal COMMISSION = new BigDecimal("2.00");

  private final ScriptedHttpServer server = new ScriptedHttpServer();
  private final TraderClock clock;
  private final Map<String, BigDecimal> cash = new TreeMap<>();
  private final Map<String, Held> held = new TreeMap<>();
  private final Map<String, Listed> listed = new TreeMap<>();
  private final List<PlacedOrder> orders = new ArrayList<>();
  private final List<Map<String, Object>> fills = new ArrayList<>();
  private final List<Map<String, Object>> flows = new ArrayList<>();
  private final Map<String, Deque<Fault>> faults = new TreeMap<>();
  private boolean demo;
  private boolean lagging;
  private boolean down;
  private long lastNumber = 1_000;

  /** A fault that the next call of a command meets. */
  private record Fault(Answer answer, boolean afterEffect) {}

  private record Held(BigDecimal quantity, String currency, String isin) {}

  private record Listed(String isin, String currency) {}

  private static final class PlacedOrder {
    private final long id;
    private final JsonNode asked;
    private int status = 10;
    private String text = "";
    private BigDecimal open;
    private final String placedAt;
    private String changedAt;

    private PlacedOrder(long id, JsonNode asked, String at) {
      this.id = id;
      this.asked = asked;
      this.open = new BigDecimal(asked.get("qty").asText());
      this.placedAt = at;
      this.changedAt = at;
    }

    private boolean isOpen() {
      return !TradernetOrderStatus.of(status).isEnded();
    }

    private boolean accepts(BigDecimal price) {
      JsonNode limit = asked.path("limit_price");
      int beyond = limit.isMissingNode() ? 0 : price.compareTo(new BigDecimal(limit.asText()));
      return isOpen() && (buys() ? beyond <= 0 : beyond >= 0);
    }

    private boolean buys() {
      return asked.get("action_id").asInt() <= 2;
    }
  }

  public FakeTradernet(TraderClock clock) {
    this.clock = clock;
    server.answering(this::answer);
  }

  public URI base() {
    return URI.create(server.base() + "/api");
  }

  /** The commands of all calls so far. */
  public List<String> commands() {
    return server.asked().stream()
        .map(asked -> asked.target().substring("/api/".length()))
        .toList();
  }

  public synchronized FakeTradernet demo(boolean play) {
    demo = play;
    return this;
  }

  public synchronized FakeTradernet cash(String currency, String amount) {
    cash.put(currency, new BigDecimal(amount));
    return this;
  }

  public synchronized FakeTradernet listing(String symbol, String isin, String currency) {
    listed.put(symbol, new Listed(isin, currency));
    return this;
  }

  public synchronized FakeTradernet holding(String symbol, String quantity) {
    Listed listing = listed(symbol);
    held.put(symbol, new Held(new BigDecimal(quantity), listing.currency(), listing.isin()));
    return this;
  }

  /** A flow of money at a day, with the balance that it changes. */
  public synchronized FakeTradernet flow(
      String id, String type, String day, String sum, String currency) {
    flows.add(
        new LinkedHashMap<>(
            Map.of(
                "id",
                id,
                "type_code",
                type,
                "date",
                day,
                "sum",
                sum,
                "currency",
                currency,
                "comment",
                type + " " + day)));
    cash.merge(currency, new BigDecimal(sum), BigDecimal::add);
    return this;
  }

  /** The next call of this command meets a fault, before or after it has done its work. */
  public synchronized FakeTradernet fault(String command, Answer answer, boolean afterEffect) {
    faults.computeIfAbsent(command, key -> new ArrayDeque<>()).add(new Fault(answer, afterEffect));
    return this;
  }

  /** Hides orders from the list of active ones, as for seconds after they were placed. */
  public synchronized FakeTradernet lagging(boolean lists) {
    lagging = lists;
    return this;
  }

  /** Whether every call is answered with an error of the server. */
  public synchronized void down(boolean now) {
    down = now;
  }

  public synchronized int orderCount() {
    return orders.size();
  }

  /** The broker's id of the order that came as this number from the end; 0 is the last. */
  public synchronized String orderId(int fromEnd) {
    return Long.toString(orders.get(orders.size() - 1 - fromEnd).id);
  }

  /** An order that the customer places in the broker's own program. */
  public synchronized String manualOrder(String symbol, String quantity) {
    PlacedOrder order =
        new PlacedOrder(
            ++lastNumber,
            Json.mapper()
                .valueToTree(
                    Map.of(
                        "instr_name", symbol, "action_id", 1, "order_type_id", 1, "qty", quantity)),
            now());
    orders.add(order);
    return Long.toString(order.id);
  }

  /** Gives an order another status, with the broker's word for it. */
  public synchronized void status(String orderId, int code, String text) {
    PlacedOrder order = order(orderId);
    order.status = code;
    order.text = text;
    order.changedAt = now();
  }

  /** Executes a part of an order, or all that is open of it. */
  public synchronized void fill(String orderId, String quantity, String price) {
    PlacedOrder order = order(orderId);
    BigDecimal units = new BigDecimal(quantity);
    order.open = order.open.subtract(units);
    order.status = order.open.signum() == 0 ? 21 : order.status == 31 ? 30 : 12;
    order.changedAt = now();
    String symbol = order.asked.get("instr_name").asText();
    BigDecimal value =
        units.multiply(new BigDecimal(price.replace(',', '.'))).setScale(2, RoundingMode.HALF_EVEN);
    int sign = order.buys() ? 1 : -1;
    BigDecimal change = sign > 0 ? value.negate() : value;
    boolean pair = symbol.contains("/");
    String currency = pair ? symbol.substring(4) : listed(symbol).currency();
    cash.merge(currency, change.subtract(COMMISSION), BigDecimal::add);
    BigDecimal signed = sign > 0 ? units : units.negate();
    if (pair) {
      cash.merge(symbol.substring(0, 3), signed, BigDecimal::add);
    } else {
      held.merge(
          symbol,
          new Held(signed, currency, listed(symbol).isin()),
          (a, b) -> new Held(a.quantity().add(b.quantity()), a.currency(), a.isin()));
    }
    Map<String, Object> fill = new LinkedHashMap<>();
    fill.put("id", Long.toString(++lastNumber));
    fill.put("order_id", orderId);
    fill.put("instr_nm", symbol);
    fill.put("type", sign > 0 ? "1" : "2");
    fill.put("q", quantity);
    fill.put("p", price);
    fill.put("date", now());
    fill.put("curr_c", currency);
    fill.put("commission", COMMISSION.toPlainString());
    fill.put("commission_currency", currency);
    fills.add(fill);
  }

  /**
   * Something is traded at this price: open orders that accept it are executed wholly, or rejected
   * when the cash does not pay them.
   */
  public synchronized void trade(String symbol, String price) {
    BigDecimal each = new BigDecimal(price);
    for (PlacedOrder order : List.copyOf(orders)) {
      if (!order.asked.get("instr_name").asText().equals(symbol) || !order.accepts(each)) {
        continue;
      }
      BigDecimal cost = order.open.multiply(each).add(COMMISSION);
      String currency = symbol.contains("/") ? symbol.substring(4) : listed(symbol).currency();
      if (order.buys() && cost.compareTo(cash.getOrDefault(currency, BigDecimal.ZERO)) > 0) {
        status(Long.toString(order.id), 70, "Insufficient funds");
      } else {
        fill(Long.toString(order.id), order.open.toPlainString(), price);
      }
    }
  }

  /** The session ends, and orders for the day with it. */
  public synchronized void sessionEnds() {
    for (PlacedOrder order : orders) {
      if (order.isOpen() && order.asked.path("expiration_id").asInt() == 1) {
        status(Long.toString(order.id), 71, "");
      }
    }
  }

  /** Tells of the last execution once more. */
  public synchronized void repeatLastFill() {
    fills.add(fills.getLast());
  }

  private Listed listed(String symbol) {
    return Objects.requireNonNull(listed.get(symbol), symbol);
  }

  private PlacedOrder order(String id) {
    return orders.stream().filter(o -> Long.toString(o.id).equals(id)).findFirst().orElseThrow();
  }

  private String now() {
    return TradernetTimes.write(clock.now());
  }

  private synchronized Answer answer(Asked asked) {
    String command = asked.target().substring("/api/".length());
    long stamp = Long.parseLong(asked.headers().getOrDefault("x-ntapi-timestamp", "0"));
    if (!KEYS.sign(asked.body(), stamp).equals(asked.headers().get("x-ntapi-sig"))
        || Math.abs(stamp - clock.now().getEpochSecond()) > 30) {
      return new Answer.Full(200, "{\"error\":\"Invalid signature\",\"code\":1}");
    }
    if (down) {
      return new Answer.Full(502, "<html>");
    }
    Fault fault = faults.getOrDefault(command, new ArrayDeque<>()).poll();
    if (fault != null && !fault.afterEffect()) {
      return fault.answer();
    }
    Object answer = work(command, read(asked.body()));
    return fault != null
        ? fault.answer()
        : new Answer.Full(200, Json.write(Map.of("result", answer)));
  }

  private static JsonNode read(String body) {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object work(String command, JsonNode asked) {
    return switch (command) {
      case "GetAllUserTexInfo" -> Map.of("id", USER, "login", "x", "isDemo", demo);
      case "getPositionJson" -> portfolio();
      case "putTradeOrder" -> place(asked);
      case "delTradeOrder" -> cancel(asked);
      case "getNotifyOrderJson" -> orders(asked.get("active_only").asInt() == 1, lagging);
      case "getOrdersHistory" -> orders(false, false);
      case "getTradesHistory" -> trades();
      case "getUserCashFlows" -> flows(asked);
      case "tickerFinder" -> found(asked.get("text").asText());
      case "getStockQuotesJson" -> Map.of("q", Map.of("c", asked.get("tickers"), "ltp", "1.1000"));
      default -> Map.of("errMsg", "Unsupported query method", "code", 2);
    };
  }

  private Map<String, Object> found(String text) {
    List<Map<String, Object>> rows =
        listed.entrySet().stream()
            .filter(e -> e.getKey().equals(text) || e.getValue().isin().equals(text))
            .<Map<String, Object>>map(
                e ->
                    Map.of(
                        "t", e.getKey(),
                        "nm", e.getKey(),
                        "isin", e.getValue().isin(),
                        "x_curr", e.getValue().currency()))
            .toList();
    return Map.of("found", rows, "code", 0);
  }

  private Map<String, Object> portfolio() {
    List<Map<String, Object>> money =
        cash.entrySet().stream()
            .<Map<String, Object>>map(
                e ->
                    Map.of(
                        "curr",
                        e.getKey(),
                        "s",
                        e.getValue().toPlainString(),
                        "t2_in",
                        ".00000000"))
            .toList();
    List<Map<String, Object>> positions =
        held.entrySet().stream()
            .filter(e -> e.getValue().quantity().signum() != 0)
            .<Map<String, Object>>map(
                e ->
                    Map.of(
                        "i", e.getKey(),
                        "q", e.getValue().quantity(),
                        "curr", e.getValue().currency(),
                        "issue_nb", e.getValue().isin(),
                        "market_value", 99_999_999))
            .toList();
    return Map.of("ps", Map.of("loaded", true, "acc", money, "pos", positions));
  }

  private Object place(JsonNode asked) {
    int action = asked.get("action_id").asInt();
    String symbol = asked.get("instr_name").asText();
    if (!listed.containsKey(symbol) && MoneyPair.ofSymbol(symbol).isEmpty()) {
      return Map.of("error", "Unknown instrument " + symbol, "code", 0);
    }
    if (action != 1 && action != 3) {
      throw new IllegalStateException("margin and short sales must never be asked for");
    }
    PlacedOrder order = new PlacedOrder(++lastNumber, asked, now());
    orders.add(order);
    return Map.of("order_id", order.id);
  }

  private Object cancel(JsonNode asked) {
    PlacedOrder order = order(asked.get("order_id").asText());
    if (order.status != 10 && order.status != 12) {
      return Map.of("code", 12, "error", "No right", "errorMsg", "No right to cancel");
    }
    order.status = order.status == 12 ? 30 : 31;
    order.changedAt = now();
    return Map.of("order_id", order.id);
  }

  private Map<String, Object> orders(boolean activeOnly, boolean hidden) {
    List<Map<String, Object>> rows =
        orders.stream()
            .filter(o -> !hidden)
            .filter(o -> !activeOnly || !TradernetOrderStatus.of(o.status).isEnded())
            .map(FakeTradernet::row)
            .toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("key", "%" + USER);
    if (rows.size() == 1) {
      answer.put("order", rows.getFirst());
    } else if (!rows.isEmpty()) {
      answer.put("order", rows);
    }
    return Map.of("orders", answer);
  }

  private static Map<String, Object> row(PlacedOrder order) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("order_id", order.id);
    row.put("instr", order.asked.get("instr_name").asText());
    row.put("oper", order.asked.get("action_id").asText());
    row.put("q", order.asked.get("qty").asText());
    row.put("leaves_qty", order.open.toPlainString());
    row.put("stat", order.status);
    row.put("text", order.text);
    row.put("date", order.placedAt);
    row.put("stat_d", order.changedAt);
    if (order.asked.has("user_order_id")) {
      row.put("userOrderId", order.asked.get("user_order_id").asText());
    }
    return row;
  }

  private Map<String, Object> trades() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("max_trade_id", List.of(Map.of("@text", Long.toString(lastNumber))));
    if (!fills.isEmpty()) {
      answer.put("trade", fills);
    }
    return Map.of("trades", answer);
  }

  private Map<String, Object> flows(JsonNode asked) {
    int skip = asked.get("skip").asInt();
    int end = Math.min(flows.size(), skip + asked.get("take").asInt());
    return Map.of("total", flows.size(), "cashflow", flows.subList(Math.min(skip, end), end));
  }

  @Override
  public void close() {
    server.close();
  }
}
