package dev.arduinotrader.gateway.http;

import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.gateway.HaltSwitch;
import dev.arduinotrader.gateway.JobCommand;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.trading.HaltCommand;
import io.avaje.jex.Routing;
import io.avaje.jex.http.Context;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What changes something, behind the guard. */
final class CommandRoutes implements Routing.HttpService {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final String PLANNER_BATCH = "planner-batch";
  private static final String TRADING_CYCLE = "trading-cycle";
  private static final String COMMAND_ID = "commandId";

  private final GatewayService gateway;
  private final HaltSwitch halt;
  private final CommandGuard guard;
  private final CallContexts calls;
  private final Ids ids;

  CommandRoutes(
      GatewayService gateway, HaltSwitch halt, CommandGuard guard, CallContexts calls, Ids ids) {
    this.gateway = gateway;
    this.halt = halt;
    this.guard = guard;
    this.calls = calls;
    this.ids = ids;
  }

  @Override
  public void add(Routing routing) {
    routing.post("/api/status/jobs/planner-batch", this::planOnly);
    routing.post("/api/cycle", this::cycle);
    routing.post("/api/deposit", this::deposit);
    routing.post("/api/halt", this::halt);
    routing.post("/api/resume", this::resume);
    routing.post("/api/token/check", this::checkToken);
    routing.post("/<path>", CommandRoutes::refuse);
    routing.put("/<path>", CommandRoutes::refuse);
    routing.patch("/<path>", CommandRoutes::refuse);
    routing.delete("/<path>", CommandRoutes::refuse);
    routing.options("/<path>", CommandRoutes::refuse);
  }

  /** The one command without a token: it may plan, and never trades. */
  private void planOnly(Context context) {
    guard.checkWithoutToken(context);
    JsonBody body = JsonBody.read(context);
    CommandId commandId = commandId(body);
    body.finish();
    start(context, commandId, PLANNER_BATCH);
  }

  private void cycle(Context context) {
    guard.check(context);
    JsonBody body = JsonBody.read(context);
    CommandId commandId = commandId(body);
    boolean dryRun = body.flag("dryRun");
    body.finish();
    start(context, commandId, dryRun ? PLANNER_BATCH : TRADING_CYCLE);
  }

  private void start(Context context, CommandId commandId, String job) {
    Replies.send(
        context,
        ACCEPTED,
        gateway.triggerJob(calls.forCommand(context), new JobCommand(commandId, job)));
  }

  /** The command id is required: a repeated request must not pay twice. */
  private void deposit(Context context) {
    guard.check(context);
    JsonBody body = JsonBody.read(context);
    Optional<CommandId> commandId =
        body.required(COMMAND_ID, "deposit-2026-11, the same when repeated", CommandId::of);
    Optional<BigDecimal> amount = body.required("amount", "500.00", Decimals::parse);
    Optional<Currency> currency = body.required("currency", "EUR", Currency::of);
    body.finish();
    Money money = money(amount.orElseThrow(), currency.orElseThrow());
    Replies.send(
        context,
        OK,
        gateway.processDeposit(
            calls.forCommand(context), new DepositCommand(commandId.orElseThrow(), money)));
  }

  private static Money money(BigDecimal amount, Currency currency) {
    try {
      return Money.of(amount, currency);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(Problem.invalid("amount", String.valueOf(e.getMessage())));
    }
  }

  private void halt(Context context) {
    guard.check(context);
    JsonBody body = JsonBody.read(context);
    CommandId commandId = commandId(body);
    String reason = body.optional("reason", "looking into it", text -> text).orElse("");
    body.finish();
    HaltCommand command =
        new HaltCommand(commandId, reason.isBlank() ? "halted over HTTP" : reason.strip());
    Replies.send(context, OK, halt.halt(calls.forCommand(context), command));
  }

  private void resume(Context context) {
    guard.check(context);
    JsonBody body = JsonBody.read(context);
    CommandId commandId = commandId(body);
    Optional<String> reason = body.required("reason", "the prices are fine", CommandRoutes::spoken);
    body.finish();
    HaltCommand command = new HaltCommand(commandId, reason.orElseThrow());
    Replies.send(context, OK, halt.resume(calls.forCommand(context), command));
  }

  private static String spoken(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("expected a reason, found an empty text");
    }
    return text.strip();
  }

  /** Changes nothing; says whether the next command would be let in. */
  private void checkToken(Context context) {
    guard.check(context);
    JsonBody.read(context).finish();
    Replies.sendValue(context, OK, Map.of("valid", true));
  }

  private CommandId commandId(JsonBody body) {
    return body.optional(COMMAND_ID, "cycle-2026-11-20", CommandId::of)
        .orElseGet(ids::nextCommandId);
  }

  private static void refuse(Context context) {
    throw HttpReason.NO_SUCH_ROUTE.refusal(
        "there is no " + context.method() + " " + context.path());
  }
}
