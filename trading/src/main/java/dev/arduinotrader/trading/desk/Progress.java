package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.broker.AccountStatement;
import dev.arduinotrader.trading.store.AccountState;
import java.time.Instant;

/**
 * Carries an account's orders on as far as the broker's news allow: take in the statement, ask
 * about orders of unknown fate, tell the books, send what comes next. Running it twice changes
 * nothing.
 */
final class Progress {
  /** An exchange, the security after it, and a look at what became of it. */
  private static final int ROUNDS_MAX = 4;

  private final DeskTools tools;
  private final Leases leases;
  private final OpenQuestions questions;
  private final OutboxDelivery delivery;
  private final Continuation continuation;

  Progress(
      DeskTools tools,
      Leases leases,
      OpenQuestions questions,
      OutboxDelivery delivery,
      Continuation continuation) {
    this.tools = tools;
    this.leases = leases;
    this.questions = questions;
    this.delivery = delivery;
    this.continuation = continuation;
  }

  /**
   * Carries on until nothing more happens.
   *
   * @param askAll also ask about orders of which nothing is in doubt
   * @return a failure when the broker's statement could not be had; nothing has changed then
   */
  Result<Progressed> run(CallContext context, boolean askAll) {
    questions.markInterrupted(context);
    int checked = questions.count(context);
    int added = 0;
    for (int round = 1; ; round++) {
      Result<AccountStatement> asked = statement(context);
      leases.reconciled(context.account(), asked instanceof Result.Success<AccountStatement>);
      if (asked instanceof Result.Failure<AccountStatement>(Problem problem)) {
        lookAtUnknowns(context);
        return Result.failure(problem);
      }
      AccountStatement statement = asked.orElseThrow();
      added += statement.isNews() ? take(context, statement) : 0;
      OpenQuestions.Answers answers = questions.ask(context, askAll && round == 1);
      Result<Long> booked = delivery.deliver(context);
      boolean sent = continuation.sendAgain(context, answers.absent(), booked);
      sent |= continuation.sendNext(context, booked);
      if (round == ROUNDS_MAX || !(sent || answers.adopted())) {
        lookAtUnknowns(context);
        return Result.success(new Progressed(checked, added, statement, booked));
      }
    }
  }

  private void lookAtUnknowns(CallContext context) {
    if (questions.areOpen(context)) {
      Instant now = tools.clock().now();
      tools.store().write(book -> new AgedUnknowns(book, context.account(), now).look());
    }
  }

  private Result<AccountStatement> statement(CallContext context) {
    AccountState account =
        tools.store().read(book -> book.account(context.account()).orElseThrow());
    return tools.broker().statement(context, account.brokerCursor());
  }

  private int take(CallContext context, AccountStatement statement) {
    Instant now = tools.clock().now();
    int added =
        tools
            .store()
            .write(book -> new StatementIntake(book, context.account(), now).take(statement));
    if (added > 0) {
      tools.faults().reach(FaultPoints.Step.AFTER_EXECUTION_BEFORE_BOOKING);
    }
    return added;
  }
}
