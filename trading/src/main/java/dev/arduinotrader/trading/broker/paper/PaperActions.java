package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.trading.broker.AccountMovement;
import dev.arduinotrader.trading.broker.AccountMovement.DividendPaid;
import dev.arduinotrader.trading.broker.AccountMovement.SplitDone;
import dev.arduinotrader.trading.broker.OrderReport.BrokerOrderState;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.CorporateAction.CashDividend;
import dev.arduinotrader.universe.CorporateAction.Split;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Quotes;
import dev.arduinotrader.universe.UniverseService;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Carries out dividends and splits on what the paper broker holds, each once ever. */
final class PaperActions {
  /** The last look is kept to a day: what became due since is looked for again, and done once. */
  private static final Duration LOOK_KEPT_EVERY = Duration.ofDays(1);

  private final Database database;
  private final UniverseService universe;
  private final DueActions dueActions;

  /** In which minute each account was looked at: within one nothing new is asked for. */
  private final Map<AccountId, Instant> minutes = new ConcurrentHashMap<>();

  PaperActions(Database database, UniverseService universe) {
    this.database = database;
    this.universe = universe;
    this.dueActions = new DueActions(universe);
  }

  /** What has become due and was not dealt with, in the order in which it happens. */
  List<DueAction> due(CallContext context, Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    if (minute.equals(minutes.put(context.account(), minute))) {
      return List.of();
    }
    Look look = read(context, PaperActions::look);
    if (look.concerned().isEmpty()) {
      return List.of();
    }
    Instant looked = look.at().orElse(now);
    List<DueAction> due =
        dueActions.of(
            context.withDecisionTime(now),
            look.concerned(),
            looked,
            action -> read(context, book -> isDone(book, action)));
    boolean kept = look.at().isPresent() && now.isBefore(looked.plus(LOOK_KEPT_EVERY));
    if (due.isEmpty() && !kept) {
      write(context, book -> book.looked(now));
    }
    return due;
  }

  private record Look(Collection<Isin> concerned, Optional<Instant> at) {}

  private static Look look(PaperActionBook book) {
    return new Look(book.concerned(), book.lookedAt());
  }

  private static boolean isDone(PaperActionBook book, CorporateAction action) {
    return book.isDone(action.isin(), action.kind().name(), action.exDate());
  }

  /** What was due is asked for again at once: it was not all done. */
  void forget(CallContext context) {
    minutes.remove(context.account());
  }

  /** Books what an action brings; what cannot be priced yet is left for the next look. */
  void carryOut(CallContext context, DueAction due) {
    if (read(context, book -> isDone(book, due.action()))) {
      return;
    }
    Quantity units = read(context, book -> book.heldBefore(due.isin(), due.effectiveAt()));
    switch (due.action()) {
      case CashDividend dividend -> pay(context, due, dividend, units);
      case Split split -> split(context, due, split, units);
      case CorporateAction.SpinOff ignored -> {}
      case CorporateAction.Merger ignored -> {}
    }
  }

  private void pay(CallContext context, DueAction due, CashDividend dividend, Quantity units) {
    Money gross =
        Money.rounded(
            dividend.amountPerShare().multiply(units.value()),
            dividend.currency(),
            RoundingMode.HALF_EVEN);
    String note =
        "%s %s a share on %s, ex %s"
            .formatted(
                dividend.amountPerShare().toPlainString(),
                dividend.currency(),
                units,
                due.exDate());
    write(
        context,
        book -> {
          book.done(due, units, Quantity.ZERO);
          if (gross.isPositive()) {
            Money nothing = Money.zero(gross.currency());
            add(
                book,
                new DividendPaid(
                    due.movementId(), due.bookedAt(), due.isin(), gross, nothing, note));
          }
        });
  }

  private void split(CallContext context, DueAction due, Split split, Quantity units) {
    String note = "%d for %d, ex %s".formatted(split.newShares(), split.oldShares(), due.exDate());
    if (!units.isPositive()) {
      write(
          context,
          book -> {
            book.done(due, units, Quantity.ZERO);
            cancelOrders(book.book(), due, note);
          });
      return;
    }
    SplitUnits made = SplitUnits.of(split, units, due.security().lot());
    Optional<Money> paidOut = worth(context, due, made.paidOut());
    if (paidOut.isEmpty()) {
      return;
    }
    write(
        context,
        book -> {
          Quantity change = possible(book.book(), due, made.after().minus(units));
          book.done(due, units, change);
          cancelOrders(book.book(), due, note);
          if (!change.isZero()) {
            book.book().addHolding(due.isin(), change);
            Currency currency = due.security().quoteUnit().currency();
            add(
                book,
                new SplitDone(
                    due.movementId(),
                    due.bookedAt(),
                    due.isin(),
                    currency,
                    change,
                    paidOut.get(),
                    note));
          }
        });
  }

  /** Units that were sold before the split was known cannot be taken back: none is below zero. */
  private static Quantity possible(PaperBook book, DueAction due, Quantity change) {
    Quantity least = book.held(due.isin()).negated();
    return change.compareTo(least) < 0 ? least : change;
  }

  private static void add(PaperActionBook book, AccountMovement movement) {
    if (!movement.amount().isZero()) {
      book.book().addCash(movement.amount());
    }
    book.book().insert(movement);
  }

  /** An order of before counts in shares that are no more. */
  private static void cancelOrders(PaperBook book, DueAction due, String note) {
    for (PaperOrder order : book.openOrders()) {
      if (order.terms() instanceof SecurityTerms terms
          && terms.isin().equals(due.isin())
          && order.acceptedAt().isBefore(due.effectiveAt())) {
        book.close(
            order.clientOrderId(),
            BrokerOrderState.CANCELLED,
            "cancelled by the broker: a split of the security, " + note,
            due.bookedAt());
      }
    }
  }

  /** Old units at the last price before the split; empty when there is none yet to be had. */
  private Optional<Money> worth(CallContext context, DueAction due, Quantity oldUnits) {
    if (oldUnits.isZero()) {
      return Optional.of(Money.zero(due.security().quoteUnit().currency()));
    }
    CallContext before = context.withDecisionTime(due.effectiveAt().minusMillis(1));
    Result<Quotes> asked = universe.getQuotes(before, QuoteRequest.latest(List.of(due.isin())));
    return asked instanceof Result.Success<Quotes>(Quotes quotes)
        ? quotes.quotes().stream()
            .map(Quote::price)
            .map((Price price) -> price.times(oldUnits))
            .findFirst()
        : Optional.empty();
  }

  private <T> T read(CallContext context, Function<PaperActionBook, T> work) {
    return database.read(handle -> work.apply(new PaperActionBook(handle, context.account())));
  }

  private void write(CallContext context, Consumer<PaperActionBook> work) {
    database.write(
        handle -> {
          work.accept(new PaperActionBook(handle, context.account()));
          return true;
        });
  }
}
