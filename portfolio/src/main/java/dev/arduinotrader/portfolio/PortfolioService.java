package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.TraderService;

/** Accounts and their books. Every method but the first two concerns the context's account. */
public interface PortfolioService extends TraderService {
  /** Opens an account. Idempotent by command id; ALREADY_EXISTS for another content. */
  Result<Account> createAccount(CallContext context, CreateAccount command);

  /** All accounts, in the order of their ids. */
  Result<Accounts> listAccounts(CallContext context);

  /** Holdings with their values at the decision time; what is not known says so. */
  Result<Positions> getPositions(CallContext context);

  /** One holding; NOT_FOUND when nothing of it is held. */
  Result<Position> getPosition(CallContext context, Isin isin);

  /** Cash per currency: settled, unsettled, reserved by open orders, available. */
  Result<CashBalances> getCashBalance(CallContext context, OpenExposure exposure);

  /** Everything in the base currency: cash, positions and their sum. */
  Result<Summary> getSummary(CallContext context, OpenExposure exposure);

  /**
   * Builds, hashes and stores the state that a plan is made from: the only place that does.
   * FAILED_PRECONDITION when the books are behind the exposure's execution sequence.
   */
  Result<Snapshot> getSnapshot(CallContext context, OpenExposure exposure);

  /** A stored snapshot by its id. */
  Result<Snapshot> findSnapshot(CallContext context, String snapshotId);

  /**
   * Books what the broker did, in the order of the outbox numbers. Idempotent: what is booked
   * already is skipped; the answer is the highest number booked without a gap below it. Refused
   * from a trading epoch older than the newest seen.
   */
  Result<BookingReceipt> bookExecutions(CallContext context, Booking booking);

  /**
   * Records what a person typed or imported: all of it or nothing. Idempotent by command id and by
   * every movement's own id. INVALID_ARGUMENT naming every fault, such as a sale beyond the
   * holding, a dividend for a security never held or a date in the future; ALREADY_EXISTS when an
   * id is in the ledger with another content.
   */
  Result<RecordReceipt> recordMovements(CallContext context, RecordMovements command);

  /**
   * Lots and disposals by a method, from the whole ledger.
   *
   * <p>INVALID_ARGUMENT for a limit outside 1 to 1,000 or a position below 0.
   */
  Result<LotPage> listLots(CallContext context, LotQuery query);

  /**
   * What every security has brought, realised and unrealised, split into price, income, currency
   * and costs in the base currency. What is not known is absent with its reason.
   */
  Result<Results> listResults(CallContext context, ResultQuery query);

  /**
   * What the account was worth at the end of past days: from the store, else from the entries,
   * prices and rates of each day, and then stored. An entry that arrives late makes its day and all
   * later ones be valued again.
   *
   * <p>INVALID_ARGUMENT for more than 400 days or a day that is not over at the decision time.
   */
  Result<DailyValuations> listValuations(CallContext context, ValuationQuery query);

  /**
   * How the account did in a period: every figure with its formula and window, or the reason why it
   * cannot be computed. Rebuilt from the entries, and the closes and rates of each day.
   *
   * <p>INVALID_ARGUMENT for a day that is not over at the decision time, more than 20,000 days, or
   * benchmark weights that do not add up to 1.
   */
  Result<Performance> getPerformance(CallContext context, PerformanceQuery query);

  /**
   * Current weights of securities and groups against the caller's targets, and alerts where a share
   * comes near a limit of the policy in force.
   *
   * <p>INVALID_ARGUMENT for weights outside 0 to 1, that add up to more than 1, or of one security
   * twice.
   */
  Result<Allocation> getAllocation(CallContext context, AllocationQuery query);

  /**
   * Compares positions and cash with a statement of the broker. A partial statement is refused. A
   * difference that two good statements at least a minute apart agree on becomes an entry of the
   * ledger with both as its evidence.
   */
  Result<StatementComparison> reconcileStatement(CallContext context, BrokerStatement statement);

  /** Ledger transactions, newest last, a page at a time. */
  Result<LedgerPage> listLedger(CallContext context, LedgerQuery query);

  /**
   * The facts that the books are made of, a page at a time, for a file.
   *
   * <p>INVALID_ARGUMENT for a limit outside 1 to 1,000 or fewer than 0 to leave out.
   */
  Result<BooksPage> exportBooks(CallContext context, BooksQuery query);

  /** Recomputes everything from the postings and says whether it all adds up. */
  Result<BooksVerification> verifyBooks(CallContext context);

  /**
   * What the owner wanted before, the newest first.
   *
   * <p>INVALID_ARGUMENT for a limit outside 1 to 100 or a version below 0.
   */
  Result<PolicyVersions> listPolicies(CallContext context, PolicyQuery query);

  /** What the owner wants, as of now. */
  Result<PolicyVersion> getPolicy(CallContext context);

  /**
   * Replaces the policy as a whole. Idempotent by command id; FAILED_PRECONDITION when the version
   * it was based on is no longer the newest; INVALID_ARGUMENT naming every fault.
   */
  Result<PolicyVersion> updatePolicy(CallContext context, UpdatePolicy command);
}
