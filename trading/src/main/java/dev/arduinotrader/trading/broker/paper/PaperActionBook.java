package dev.arduinotrader.trading.broker.paper;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.trading.broker.BrokerExecution.SecurityExecution;
import dev.arduinotrader.trading.model.OrderTerms.SecurityTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** One transaction over what was done about corporate actions for one account. */
final class PaperActionBook {
  /** Sources differ by a day, and a weekend: one action that moved so far is still the same. */
  private static final Period SAME_WITHIN = Period.ofDays(3);

  private final Handle handle;
  private final AccountId account;
  private final PaperBook book;

  PaperActionBook(Handle handle, AccountId account) {
    this.handle = handle;
    this.account = account;
    this.book = new PaperBook(handle, account);
  }

  PaperBook book() {
    return book;
  }

  /** Every security that was ever held or is ordered. */
  SortedSet<Isin> concerned() {
    SortedSet<Isin> isins = new TreeSet<>();
    handle
        .createQuery("select isin from paper_holding where account_id = :account")
        .bind("account", account.value())
        .mapTo(String.class)
        .forEach(isin -> isins.add(Isin.of(isin)));
    for (PaperOrder order : book.openOrders()) {
      if (order.terms() instanceof SecurityTerms terms) {
        isins.add(terms.isin());
      }
    }
    return isins;
  }

  /** Until when actions were looked for; empty before the first time. */
  Optional<Instant> lookedAt() {
    return handle
        .createQuery("select looked_at_micros from paper_look where account_id = :account")
        .bind("account", account.value())
        .mapTo(Long.class)
        .findOne()
        .map(CommonMessages::fromMicros);
  }

  void looked(Instant at) {
    handle
        .createUpdate(
            "insert into paper_look (account_id, looked_at_micros) values (:account, :at)"
                + " on conflict (account_id)"
                + " do update set looked_at_micros = excluded.looked_at_micros")
        .bind("account", account.value())
        .bind("at", CommonMessages.toMicros(at))
        .execute();
  }

  /** Whether this action, or what must be the same one of another day, was dealt with. */
  boolean isDone(Isin isin, String kind, LocalDate exDate) {
    return handle
        .createQuery(
            "select count(*) from paper_action where account_id = :account and isin = :isin"
                + " and kind = :kind and ex_date >= :from and ex_date <= :to")
        .bind("account", account.value())
        .bind("isin", isin.value())
        .bind("kind", kind)
        .bind("from", exDate.minus(SAME_WITHIN).toString())
        .bind("to", exDate.plus(SAME_WITHIN).toString())
        .mapTo(Long.class)
        .map(count -> count > 0)
        .one();
  }

  void done(DueAction due, Quantity units, Quantity change) {
    handle
        .createUpdate(
            "insert into paper_action (account_id, isin, kind, ex_date, effective_at_micros,"
                + " units, change) values (:account, :isin, :kind, :date, :effective, :units,"
                + " :change)")
        .bind("account", account.value())
        .bind("isin", due.isin().value())
        .bind("kind", due.kind().name())
        .bind("date", due.exDate().toString())
        .bind("effective", CommonMessages.toMicros(due.effectiveAt()))
        .bind("units", units.toString())
        .bind("change", change.toString())
        .execute();
  }

  /** What was held right before an instant, whenever it became known. */
  Quantity heldBefore(Isin isin, Instant instant) {
    Quantity held = book.held(isin);
    for (SecurityExecution execution : executions()) {
      if (execution.isin().equals(isin) && !execution.at().isBefore(instant)) {
        held =
            execution.side() == Side.BUY
                ? held.minus(execution.quantity())
                : held.plus(execution.quantity());
      }
    }
    for (Quantity change : changesSince(isin, instant)) {
      held = held.minus(change);
    }
    return held;
  }

  private List<SecurityExecution> executions() {
    return handle
        .createQuery(
            "select execution_json from paper_execution"
                + " where account_id = :account and kind = 'SECURITY' order by news_number")
        .bind("account", account.value())
        .mapTo(String.class)
        .map(json -> Json.read(json, SecurityExecution.class))
        .list();
  }

  private List<Quantity> changesSince(Isin isin, Instant instant) {
    return handle
        .createQuery(
            "select change from paper_action where account_id = :account and isin = :isin"
                + " and effective_at_micros >= :at order by effective_at_micros")
        .bind("account", account.value())
        .bind("isin", isin.value())
        .bind("at", CommonMessages.toMicros(instant))
        .mapTo(String.class)
        .map(Quantity::of)
        .list();
  }
}
