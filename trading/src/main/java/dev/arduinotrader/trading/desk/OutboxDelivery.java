package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BookingReceipt;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.trading.store.AccountState;
import java.util.List;

/** Tells the books what the broker did, in the order of the outbox, as often as it takes. */
final class OutboxDelivery {
  private static final int BATCH_MAX = 200;
  private static final int BATCHES_MAX = 10_000;

  private final DeskTools tools;
  private final Leases leases;

  OutboxDelivery(DeskTools tools, Leases leases) {
    this.tools = tools;
    this.leases = leases;
  }

  /** Delivers what is open; gives how far the books are, also when there was nothing to deliver. */
  Result<Long> deliver(CallContext context) {
    AccountState account =
        tools.store().read(book -> book.account(context.account()).orElseThrow());
    Result<Long> booked = deliverFrom(context, account, account.outboxBooked());
    boolean gap =
        booked instanceof Result.Failure<Long>(Problem problem)
            && problem.kind() == FailureKind.FAILED_PRECONDITION;
    if (!gap) {
      return booked;
    }
    // The books may be older than we remember, restored from a backup: ask, and begin there.
    return book(context, account, List.of()).then(known -> deliverFrom(context, account, known));
  }

  /** How far the books are; changes nothing. */
  Result<Long> ask(CallContext context) {
    AccountState account =
        tools.store().read(book -> book.account(context.account()).orElseThrow());
    return book(context, account, List.of());
  }

  private Result<Long> deliverFrom(CallContext context, AccountState account, long after) {
    long from = after;
    for (int batch = 0; batch < BATCHES_MAX; batch++) {
      long start = from;
      List<BrokerMovement> movements =
          tools.store().read(book -> book.movements(account.accountId(), start, BATCH_MAX));
      Result<Long> booked = book(context, account, movements);
      if (booked instanceof Result.Failure<Long>) {
        return booked;
      }
      remember(account.accountId(), booked.orElseThrow());
      if (movements.size() < BATCH_MAX || booked.orElseThrow() <= from) {
        return booked;
      }
      from = booked.orElseThrow();
    }
    return Result.success(from);
  }

  private Result<Long> book(
      CallContext context, AccountState account, List<BrokerMovement> movements) {
    Booking booking = new Booking(leases.epoch(account), movements);
    return tools.portfolio().bookExecutions(context, booking).map(BookingReceipt::bookedSequence);
  }

  private void remember(AccountId account, long booked) {
    long known = tools.store().read(book -> book.account(account).orElseThrow()).outboxBooked();
    if (known == booked) {
      return;
    }
    tools.faults().reach(FaultPoints.Step.AFTER_BOOKING);
    tools
        .store()
        .write(
            book -> {
              book.setBooked(account, booked);
              return booked;
            });
  }
}
