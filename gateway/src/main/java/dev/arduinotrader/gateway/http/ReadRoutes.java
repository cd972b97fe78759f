package dev.arduinotrader.gateway.http;

import dev.arduinotrader.gateway.ArchivedPlan;
import dev.arduinotrader.gateway.ArchivedPlans;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.TradeQuery;
import dev.arduinotrader.trading.TradingService;
import io.avaje.jex.Routing;
import io.avaje.jex.http.Context;
import io.avaje.jex.http.ExchangeHandler;
import java.util.function.Consumer;

/** What can be read, by everybody who reaches the door; nothing here changes anything. */
final class ReadRoutes implements Routing.HttpService {
  private static final int OK = 200;
  private static final int PLANS_DEFAULT = 20;
  private static final int TRADES_DEFAULT = 50;
  private static final int LIMIT_MAX = 1_000;

  private final GatewayService gateway;
  private final TradingService trading;
  private final CallContexts calls;
  private final StaticFiles files = new StaticFiles();

  ReadRoutes(GatewayService gateway, TradingService trading, CallContexts calls) {
    this.gateway = gateway;
    this.trading = trading;
    this.calls = calls;
  }

  @Override
  public void add(Routing routing) {
    read(routing, "/api/status", this::status);
    read(routing, "/api/metrics", this::metrics);
    read(routing, "/metrics", this::prometheus);
    read(routing, "/api/jobs", this::jobs);
    read(routing, "/api/jobs/{id}", this::job);
    read(routing, "/api/portfolio", this::portfolio);
    read(routing, "/api/plans", this::plans);
    read(routing, "/api/plans/latest", this::latestPlan);
    read(routing, "/api/trades", this::trades);
    read(routing, "/", files::send);
    read(routing, "/<path>", files::send);
  }

  private static void read(Routing routing, String path, Consumer<Context> route) {
    ExchangeHandler handler = route::accept;
    routing.get(path, handler);
    routing.head(path, handler);
  }

  private void status(Context context) {
    Replies.send(context, OK, gateway.getSystemStatus(calls.forReading(context)));
  }

  private void metrics(Context context) {
    Replies.send(context, OK, gateway.getMetrics(calls.forReading(context)).map(MetricsReply::of));
  }

  /**
   * For a collector that understands nothing but its own format; a problem is JSON all the same.
   */
  private void prometheus(Context context) {
    switch (gateway.getMetrics(calls.forReading(context))) {
      case Result.Success<SystemMetrics>(SystemMetrics metrics) ->
          Replies.send(context, OK, PrometheusText.CONTENT_TYPE, PrometheusText.of(metrics));
      case Result.Failure<SystemMetrics>(Problem problem) ->
          Replies.refuse(context, Refusal.of(problem));
    }
  }

  private void jobs(Context context) {
    Replies.send(context, OK, gateway.listJobs(calls.forReading(context)));
  }

  private void job(Context context) {
    Replies.send(
        context, OK, gateway.getJobStatus(calls.forReading(context), context.pathParam("id")));
  }

  private void portfolio(Context context) {
    Replies.send(context, OK, gateway.getPortfolio(calls.forReading(context)));
  }

  private void plans(Context context) {
    int limit = limit(context, PLANS_DEFAULT);
    Replies.send(context, OK, gateway.listPlans(calls.forReading(context), limit));
  }

  private void latestPlan(Context context) {
    Replies.send(
        context, OK, gateway.listPlans(calls.forReading(context), 1).then(ReadRoutes::newest));
  }

  private static Result<ArchivedPlan> newest(ArchivedPlans archive) {
    return archive.plans().isEmpty()
        ? HttpReason.NO_PLAN_YET.failure("no plan has been made yet\nMaybe run: trader cycle")
        : Result.success(archive.plans().getFirst());
  }

  private void trades(Context context) {
    TradeQuery query = new TradeQuery(limit(context, TRADES_DEFAULT));
    Replies.send(context, OK, trading.getTradeHistory(calls.forReading(context), query));
  }

  private static int limit(Context context, int otherwise) {
    String text = context.queryParam("limit");
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,4}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= LIMIT_MAX) {
        return limit;
      }
    }
    throw Refusal.of(
        Problem.invalid("limit", "expected a number from 1 to " + LIMIT_MAX + ", found " + text));
  }
}
