package dev.arduinotrader.portfolio.store;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BookingReceipt;
import dev.arduinotrader.portfolio.BooksPage;
import dev.arduinotrader.portfolio.BooksQuery;
import dev.arduinotrader.portfolio.BooksVerification;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.DailyValuation;
import dev.arduinotrader.portfolio.Entitlement;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LedgerTransaction;
import dev.arduinotrader.portfolio.PolicyQuery;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.RecordMovements;
import dev.arduinotrader.portfolio.RecordReceipt;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.StatementComparison;
import dev.arduinotrader.portfolio.UpdatePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps accounts and their books. Every change is one transaction with its event; after a booking
 * that failed its check, every change is refused.
 */
public interface PortfolioStore {
  /** Snapshots kept per account; older ones are dropped. */
  int SNAPSHOTS_MAX = 1_000;

  /** Opens an account with its first policy, once per command. */
  Result<Account> createAccount(
      CreateAccount command, InvestmentPolicy policy, String author, Instant now);

  /** In the order of their ids. */
  List<Account> accounts();

  /** Everything of an account, as of one instant; empty when there is no such account. */
  Optional<AccountState> state(AccountId account);

  /** Books movements that keep the rules; see the service. */
  Result<BookingReceipt> book(AccountId account, Booking booking, Instant now);

  /** Records what a person typed or imported, once per command; see the service. */
  Result<RecordReceipt> record(AccountId account, RecordMovements command, Instant now);

  /**
   * Compares a complete statement and adjusts what two good ones agree on.
   *
   * @param currencyOf the currency of a security that the books do not hold, as far as known
   */
  Result<StatementComparison> reconcile(
      AccountId account,
      BrokerStatement statement,
      Function<Isin, Optional<Currency>> currencyOf,
      Instant now);

  /** Every fact of an account, in the order in which it was booked. */
  List<BrokerMovement> movements(AccountId account);

  /** The part of those facts that a query asks for. */
  BooksPage booksPage(AccountId account, BooksQuery query);

  /** The stored valuations of days from one to another. */
  List<DailyValuation> valuations(AccountId account, LocalDate from, LocalDate to);

  /**
   * Keeps valuations, unless the ledger has grown since.
   *
   * @param entries how many entries the ledger had when they were made
   */
  Result<Done> keepValuations(AccountId account, List<DailyValuation> days, long entries);

  /** Tells once of each entitlement that a person should look at. */
  Result<Done> alert(AccountId account, List<Entitlement> entitlements, Instant now);

  /** Ledger transactions in the order of their numbers. */
  List<LedgerTransaction> ledger(AccountId account, LedgerQuery query);

  /** Recomputes an account's books from the broker's facts. */
  BooksVerification verify(AccountId account);

  /** Versions of a policy, the newest first. */
  List<PolicyVersion> policies(AccountId account, PolicyQuery query);

  /**
   * Stores the next version of a policy, once per command.
   *
   * @param command whose policy becomes the next version
   * @param verdict whether the policy keeps the rules; not asked for a repeated command
   */
  Result<PolicyVersion> updatePolicy(
      AccountId account, UpdatePolicy command, Result<Done> verdict, String author, Instant now);

  /** Keeps a snapshot, instead of one with the same id. */
  Result<Done> keepSnapshot(Snapshot snapshot, Instant now);

  Optional<Snapshot> findSnapshot(AccountId account, String snapshotId);

  /** Why changes are refused; empty while all is well. */
  Optional<String> latched();
}
