package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.model.SourceRanking;
import dev.arduinotrader.universe.store.UniverseStore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Bars, their sources and what happened to shares, in this process. */
final class LocalPrices implements PriceData {
  private static final int SOURCES_MAX = 20;
  private static final Pattern SOURCE_NAME = Pattern.compile("[a-z0-9-]{1,40}");

  private final UniverseStore store;
  private final Supplier<Market> market;
  private final TraderClock clock;

  /**
   * @param market the one in use, which may be the sample market
   */
  LocalPrices(UniverseStore store, Supplier<Market> market, TraderClock clock) {
    this.store = store;
    this.market = market;
    this.clock = clock;
  }

  @Override
  public Result<MarketData> getMarketData(CallContext context, MarketDataRequest request) {
    Optional<Problem> refusal = RequestLimits.check(context, request);
    return refusal.isPresent()
        ? Result.failure(refusal.get())
        : BarPage.read(market.get(), request, context.decisionTime());
  }

  @Override
  public Result<ActionPage> listCorporateActions(CallContext context, ActionQuery query) {
    Optional<Problem> refusal = RequestLimits.check(context, query);
    return refusal.isPresent()
        ? Result.failure(refusal.get())
        : Result.success(ActionListing.list(market.get(), query, context.decisionTime()));
  }

  @Override
  public Result<Done> announceAction(CallContext context, AnnounceAction command) {
    return store.change(
        command(context, command),
        Done.class,
        change -> {
          CorporateAction action = command.action();
          if (change.security(action.isin()).isEmpty()) {
            return CommonReason.NOT_FOUND.failure(LocalUniverseService.unknown(action.isin()));
          }
          if (command.withdrawn()) {
            ActionStoring.withdraw(change, action, clock.now());
          } else {
            Optional<Problem> refusal = ActionStoring.put(change, List.of(action), clock.now());
            if (refusal.isPresent()) {
              return Result.failure(refusal.get());
            }
          }
          tell(change, command);
          return Result.success(Done.DONE);
        });
  }

  private static void tell(UniverseStore.Change change, AnnounceAction command) {
    CorporateAction action = command.action();
    change.tell(
        command.withdrawn() ? "CORPORATE_ACTION_WITHDRAWN" : "CORPORATE_ACTION_ANNOUNCED",
        "%s of %s with ex-date %s, says %s"
            .formatted(
                action.kind(), action.isin(), action.exDate(), action.announcement().source()),
        Map.of(
            "isin", action.isin().value(),
            "kind", action.kind().name(),
            "ex_date", action.exDate().toString()));
  }

  @Override
  public Result<SourceOrder> getSourceOrder(CallContext context) {
    return Result.success(new SourceOrder(store.ranking().names(), store.sources()));
  }

  @Override
  public Result<SourceOrder> orderSources(CallContext context, OrderSources command) {
    Optional<Problem> refusal = faults(command.names());
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    return store
        .change(
            new UniverseStore.Command(context.account(), command.commandId(), command, clock.now()),
            Done.class,
            change -> {
              change.order(new SourceRanking(command.names()));
              change.tell(
                  "SOURCES_ORDERED",
                  "sources are believed in the order " + String.join(", ", command.names()),
                  Map.of("names", command.names()));
              return Result.success(Done.DONE);
            })
        .then(done -> getSourceOrder(context));
  }

  private static Optional<Problem> faults(List<String> names) {
    Set<String> seen = new HashSet<>();
    List<Fault> faults = new java.util.ArrayList<>();
    if (names.size() > SOURCES_MAX) {
      faults.add(new Fault("names", "expected at most " + SOURCES_MAX + ", found " + names.size()));
    }
    for (String name : names) {
      if (!SOURCE_NAME.matcher(name).matches()) {
        faults.add(
            new Fault(
                "names",
                "expected 1 to 40 lower-case letters, digits and dashes, found '" + name + "'"));
      } else if (!seen.add(name)) {
        faults.add(new Fault("names", "expected each once, found " + name + " again"));
      }
    }
    return faults.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(faults));
  }

  private UniverseStore.Command command(CallContext context, AnnounceAction command) {
    return new UniverseStore.Command(context.account(), command.commandId(), command, clock.now());
  }
}
