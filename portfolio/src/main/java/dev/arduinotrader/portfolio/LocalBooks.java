package dev.arduinotrader.portfolio;

import static dev.arduinotrader.portfolio.OpenAccounts.ifFaultless;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.model.MovementRules;
import dev.arduinotrader.portfolio.model.StatementRules;
import dev.arduinotrader.portfolio.model.UnexplainedFacts;
import dev.arduinotrader.portfolio.store.PortfolioStore;
import java.util.ArrayList;
import java.util.List;

/** The ledger in this process: what is booked, compared, listed and proved. */
final class LocalBooks {
  private static final int BOOKING_MOVEMENTS_MAX = 1_000;
  private static final int LEDGER_PAGE_MAX = 1_000;

  private final PortfolioStore store;
  private final OpenAccounts accounts;
  private final MarketReader market;
  private final Appraisals appraisals;
  private final ResultReader results;
  private final TraderClock clock;

  LocalBooks(
      PortfolioStore store,
      OpenAccounts accounts,
      MarketReader market,
      Appraisals appraisals,
      ResultReader results,
      TraderClock clock) {
    this.store = store;
    this.accounts = accounts;
    this.market = market;
    this.appraisals = appraisals;
    this.results = results;
    this.clock = clock;
  }

  Result<BookingReceipt> bookExecutions(CallContext context, Booking booking) {
    return accounts
        .of(context)
        .then(
            state ->
                ifFaultless(
                    bookingFaults(booking),
                    () -> store.book(context.account(), booking, clock.now())));
  }

  private static List<Fault> bookingFaults(Booking booking) {
    List<BrokerMovement> movements = booking.movements();
    if (movements.size() > BOOKING_MOVEMENTS_MAX) {
      return List.of(new Fault("movements", "expected at most 1,000, found " + movements.size()));
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < movements.size(); i++) {
      faults.addAll(MovementRules.faults("movements[" + i + "]", movements.get(i)));
    }
    return faults;
  }

  Result<RecordReceipt> recordMovements(CallContext context, RecordMovements command) {
    int count = command.movements().size();
    List<Fault> faults =
        count >= 1 && count <= RecordMovements.MOVEMENTS_MAX
            ? List.of()
            : List.of(new Fault("movements", "expected 1 to 10,000, found " + count));
    return accounts
        .of(context)
        .then(
            state ->
                requireFactsFromFiles(state.account())
                    .then(
                        account ->
                            ifFaultless(
                                faults,
                                () -> store.record(context.account(), command, clock.now()))));
  }

  /** What a broker keeps, only the broker tells: books that say more would differ from it. */
  private static Result<Account> requireFactsFromFiles(Account account) {
    return account.broker().equals(BooksFile.BROKER)
        ? Result.success(account)
        : PortfolioReason.BROKER_KEEPS_FACTS.failure(
            ("expected an account whose facts come from files, found %s of the broker %s"
                    + "\nMaybe record into an account of its own: --account NAME")
                .formatted(account.accountId(), account.broker()));
  }

  Result<LotPage> listLots(CallContext context, LotQuery query) {
    return accounts
        .of(context)
        .then(
            state ->
                ifFaultless(
                    LotReader.faults(query),
                    () ->
                        Result.success(LotReader.read(store.movements(context.account()), query))));
  }

  Result<Results> listResults(CallContext context, ResultQuery query) {
    if (query.limit() < 1 || query.limit() > ResultQuery.LIMIT_MAX) {
      return Result.failure(
          Problem.invalid("limit", "expected 1 to 1,000, found " + query.limit()));
    }
    return accounts
        .of(context)
        .then(
            state ->
                appraisals
                    .held(context, state, OpenExposure.NONE)
                    .then(
                        appraised ->
                            results.read(
                                context,
                                store.movements(context.account()),
                                appraised.market(),
                                query)));
  }

  Result<StatementComparison> reconcileStatement(CallContext context, BrokerStatement statement) {
    return accounts
        .of(context)
        .then(
            state ->
                ifFaultless(
                    StatementRules.faults(statement),
                    () ->
                        store.reconcile(
                            context.account(),
                            statement,
                            isin -> market.currencyOf(context, isin),
                            clock.now())));
  }

  Result<LedgerPage> listLedger(CallContext context, LedgerQuery query) {
    if (query.limit() < 1 || query.limit() > LEDGER_PAGE_MAX) {
      return Result.failure(
          Problem.invalid("limit", "expected 1 to 1,000, found " + query.limit()));
    }
    return accounts
        .of(context)
        .then(state -> Result.success(new LedgerPage(store.ledger(context.account(), query))));
  }

  Result<BooksPage> exportBooks(CallContext context, BooksQuery query) {
    return accounts
        .of(context)
        .then(
            state ->
                ifFaultless(
                    PageReader.faults(query),
                    () -> Result.success(store.booksPage(context.account(), query))));
  }

  Result<BooksVerification> verifyBooks(CallContext context) {
    AccountId account = context.account();
    return accounts
        .of(context)
        .then(
            state ->
                Result.success(
                    store
                        .verify(account)
                        .withUnexplained(
                            UnexplainedFacts.of(
                                store.movements(account), context.decisionTime()))));
  }
}
