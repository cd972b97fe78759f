package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.BrokerTest.Finding;
import dev.arduinotrader.trading.BrokerTest.Outcome;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.Broker.FindReply;
import dev.arduinotrader.trading.broker.BrokerCard;
import dev.arduinotrader.trading.broker.BrokerExecution;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks the account's own broker what can be asked without an order, card by card. */
final class BrokerExamination {
  private static final String FOREIGN_CURSOR = "not-a-cursor\u0000of/this broker";
  private static final AccountId STRANGER = AccountId.of("nobodys-account");

  private final Broker broker;
  private final CallContext context;
  private final ClientOrderId neverSent;

  /**
   * @param neverSent a name that no order ever had
   */
  BrokerExamination(Broker broker, CallContext context, ClientOrderId neverSent) {
    this.broker = broker;
    this.context = context;
    this.neverSent = neverSent;
  }

  BrokerTest run() {
    return new BrokerTest(
        broker.abilities(context.account()).name(),
        broker.identity(context.account()).map(BrokerIdentity::text).orElse(""),
        List.of(unknownName(), executions(), repeatedStatement(), foreignCursor(), stranger()));
  }

  private Finding unknownName() {
    return switch (broker.findByClientOrderId(context, neverSent)) {
      case FindReply.NotThere() ->
          passed(BrokerCard.B04, "a name that was never used is not there");
      case FindReply.Unclear(String what) -> new Finding("B04", Outcome.UNCLEAR, what);
      case FindReply.Found found ->
          failed(BrokerCard.B04, "it found an order that was never sent: " + found.report());
    };
  }

  private Finding executions() {
    return switch (statement(AccountStatement.FROM_THE_BEGINNING)) {
      case Result.Failure<AccountStatement>(Problem problem) -> unclear(BrokerCard.B06, problem);
      case Result.Success<AccountStatement>(AccountStatement all) -> {
        Set<String> ids = new HashSet<>();
        List<String> twice =
            all.executions().stream()
                .map(BrokerExecution::executionId)
                .filter(id -> !ids.add(id))
                .toList();
        yield twice.isEmpty()
            ? passed(BrokerCard.B06, ids.size() + " executions, each with an id of its own")
            : failed(BrokerCard.B06, "ids that come more than once: " + twice);
      }
    };
  }

  private Finding repeatedStatement() {
    Result<AccountStatement> first = statement(AccountStatement.FROM_THE_BEGINNING);
    Result<AccountStatement> again = statement(AccountStatement.FROM_THE_BEGINNING);
    if (first instanceof Result.Success<AccountStatement>(AccountStatement one)
        && again instanceof Result.Success<AccountStatement>(AccountStatement two)) {
      return two.executions().containsAll(one.executions())
          ? passed(BrokerCard.B13, "the statement from the beginning tells the same again")
          : failed(BrokerCard.B13, "a second statement from the beginning left executions out");
    }
    return first instanceof Result.Failure<AccountStatement>(Problem problem)
        ? unclear(BrokerCard.B13, problem)
        : unclear(BrokerCard.B13, again.problemOrThrow());
  }

  private Finding foreignCursor() {
    return statement(FOREIGN_CURSOR).isSuccess()
        ? failed(BrokerCard.B14, "it answered to a cursor that is none of its own")
        : passed(BrokerCard.B14, "a cursor that is none of its own is refused");
  }

  private Finding stranger() {
    return switch (broker.statement(
        context.withAccount(STRANGER), AccountStatement.FROM_THE_BEGINNING)) {
      case Result.Failure<AccountStatement> refused ->
          passed(BrokerCard.B20, "another account is refused");
      case Result.Success<AccountStatement>(AccountStatement seen) ->
          seen.isNews() || !seen.cash().isEmpty() || !seen.holdings().isEmpty()
              ? failed(BrokerCard.B20, "it showed money or orders to another account")
              : passed(BrokerCard.B20, "another account sees nothing");
    };
  }

  private Result<AccountStatement> statement(String cursor) {
    return broker.statement(context, cursor);
  }

  private static Finding passed(BrokerCard card, String seen) {
    return new Finding(card.name(), Outcome.PASSED, seen);
  }

  private static Finding failed(BrokerCard card, String seen) {
    return new Finding(card.name(), Outcome.FAILED, seen);
  }

  private static Finding unclear(BrokerCard card, Problem problem) {
    return new Finding(card.name(), Outcome.UNCLEAR, problem.toString());
  }
}
