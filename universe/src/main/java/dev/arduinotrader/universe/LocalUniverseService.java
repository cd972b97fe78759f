package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.model.Market;
import dev.arduinotrader.universe.store.MarketChoice;
import dev.arduinotrader.universe.store.StoredMarket;
import dev.arduinotrader.universe.store.UniverseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The universe in this process: checks the request, asks the market in use, hides the future. */
final class LocalUniverseService implements UniverseService {
  private final UniverseStore store;
  private final StoredMarket imported;
  private final @Nullable SimulatedMarket sample;
  private final UniverseChanges changes;
  private final SecurityDirectory directory;
  private final FundamentalData fundamentals;
  private final PriceData prices;
  private final LocalSources sources;
  private final Supplier<ServiceHealth> health;

  /**
   * @param sample null when the settings exclude the sample market
   * @param sampleSeed what the sample market was made of
   */
  LocalUniverseService(
      UniverseStore store,
      @Nullable SimulatedMarket sample,
      long sampleSeed,
      TraderClock clock,
      LocalSources sources,
      Supplier<ServiceHealth> health) {
    this.store = store;
    this.imported = new StoredMarket(store);
    this.sample = sample;
    this.changes = new UniverseChanges(store, sample, sampleSeed, clock);
    this.fundamentals = new LocalFundamentals(store, this::market, sources, clock);
    this.directory = new LocalDirectory(store, this::market, List.of(), clock);
    this.prices = new LocalPrices(store, this::market, clock);
    this.sources = sources;
    this.health = health;
  }

  /** The sample market until something was imported. */
  private Market market() {
    SimulatedMarket simulated = sample;
    return simulated != null && !(store.choice() instanceof MarketChoice.Imported)
        ? simulated
        : imported;
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return Result.success(health.get());
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return store.events().watch(context, afterSequence, events);
  }

  @Override
  public Result<SecurityPage> getUniverse(CallContext context, UniverseQuery query) {
    Optional<Problem> refusal = RequestLimits.check(query);
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    String after = query.afterIsin();
    List<Security> rest =
        market().securities().stream()
            .filter(security -> after == null || security.isin().value().compareTo(after) > 0)
            .limit(query.limit() + 1L)
            .toList();
    boolean more = rest.size() > query.limit();
    List<Security> page = more ? rest.subList(0, query.limit()) : rest;
    return Result.success(new SecurityPage(page, more ? page.getLast().isin().value() : null));
  }

  @Override
  public Result<Security> getSecurity(CallContext context, Isin isin) {
    return market()
        .security(isin)
        .map(Result::success)
        .orElseGet(() -> CommonReason.NOT_FOUND.failure(unknown(isin)));
  }

  static String unknown(Isin isin) {
    return "no security " + isin + " is in the universe\nMaybe import it, or add it first.";
  }

  @Override
  public Result<Security> addSecurity(CallContext context, AddSecurity command) {
    return changes.add(context, command);
  }

  @Override
  public Result<SecurityDetails> getSecurityDetails(CallContext context, Isin isin) {
    return directory.getSecurityDetails(context, isin);
  }

  @Override
  public Result<SecurityDetails> updateSecurity(CallContext context, UpdateSecurity command) {
    return directory.updateSecurity(context, command);
  }

  @Override
  public Result<SecurityDetails> removeSecurity(CallContext context, RemoveSecurity command) {
    return directory.removeSecurity(context, command);
  }

  @Override
  public Result<SecurityDetails> addByIdentifier(CallContext context, AddByIdentifier command) {
    return directory.addByIdentifier(context, command);
  }

  @Override
  public Result<SecurityMatches> searchSecurities(CallContext context, SearchRequest request) {
    return directory.searchSecurities(context, request);
  }

  @Override
  public Result<SecurityGroups> getGroups(CallContext context) {
    return directory.getGroups(context);
  }

  @Override
  public Result<FundamentalsReport> importFundamentals(
      CallContext context, ImportFundamentals command) {
    return fundamentals.importFundamentals(context, command);
  }

  @Override
  public Result<Fundamentals> getFundamentals(CallContext context, FundamentalsQuery query) {
    return fundamentals.getFundamentals(context, query);
  }

  @Override
  public Result<ImportReport> importPrices(
      CallContext context, ImportRequest request, ProgressSink<ImportProgress> progress) {
    return changes.importPrices(context, request, progress);
  }

  @Override
  public Result<SyncReport> syncPrices(
      CallContext context, SyncRequest request, ProgressSink<SyncProgress> progress) {
    Optional<Problem> refusal = RequestLimits.check(context);
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    return sources.areInUse()
        ? sources.sync(context, request, progress)
        : changes.sync(context, request, progress);
  }

  @Override
  public Result<FundamentalsSyncReport> syncFundamentals(
      CallContext context, SyncRequest request, ProgressSink<FundamentalsProgress> progress) {
    return fundamentals.syncFundamentals(context, request, progress);
  }

  @Override
  public Result<SourceList> listSources(CallContext context) {
    return sources.listSources(context);
  }

  @Override
  public Result<SourceList> changeSources(CallContext context, ChangeSources command) {
    return sources.changeSources(context, command);
  }

  @Override
  public Result<SourceTest> testSource(CallContext context, TestSource request) {
    return sources.testSource(context, request);
  }

  @Override
  public Result<HistorySummary> getPriceHistories(
      CallContext context, HistoryRequest request, ProgressSink<SecurityHistory> histories) {
    Optional<Problem> refusal = RequestLimits.check(context, request);
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    Market market = market();
    List<Isin> isins =
        request.isins().isEmpty()
            ? market.securities().stream().map(Security::isin).toList()
            : request.isins();
    HistoryReading reading = new HistoryReading(market, request, context.decisionTime());
    List<Absent> absent = new ArrayList<>();
    int sent = 0;
    for (Isin isin : isins) {
      if (histories.isCancelled()) {
        return CommonReason.CANCELLED.failure(
            "the receiver wanted no more after " + sent + " of " + isins.size() + " histories");
      }
      if (context.deadline().isExpired()) {
        return CommonReason.DEADLINE_EXCEEDED.failure(
            "the deadline passed after " + sent + " of " + isins.size() + " histories");
      }
      HistoryReading.Found found = reading.read(isin);
      if (found.history() != null) {
        histories.send(found.history());
        sent++;
      } else {
        absent.add(new Absent(isin.value(), found.reason()));
      }
    }
    return Result.success(new HistorySummary(sent, absent));
  }

  @Override
  public Result<Quotes> getQuotes(CallContext context, QuoteRequest request) {
    Optional<Problem> refusal = RequestLimits.check(context, request);
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    Market market = market();
    List<Quote> quotes = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    for (QuoteRequest.Question question : request.questions()) {
      Optional<Security> security = market.security(question.isin());
      Optional<Quote> quote =
          security.flatMap(s -> quote(market, s, question.firstAfter(), context.decisionTime()));
      if (quote.isPresent()) {
        quotes.add(quote.get());
      } else {
        String reason =
            security.isEmpty()
                ? unknown(question.isin())
                : "no quote of it is known" + span(question.firstAfter(), context.decisionTime());
        absent.add(new Absent(question.isin().value(), reason));
      }
    }
    return Result.success(new Quotes(quotes, absent));
  }

  private static Optional<Quote> quote(
      Market market, Security security, @Nullable Instant after, Instant now) {
    return after == null
        ? market.latestQuote(security, now)
        : market.firstQuoteAfter(security, after, now);
  }

  private static String span(@Nullable Instant after, Instant now) {
    return after == null ? " at " + now : " after " + after + " and until " + now;
  }

  @Override
  public Result<FxRates> getFxRates(CallContext context, FxRequest request) {
    Optional<Problem> refusal = RequestLimits.check(context, request);
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    return Result.success(FxAnswers.rates(market().rates(), request, context.decisionTime()));
  }

  @Override
  public Result<FxHistoryPage> getFxHistory(CallContext context, FxHistoryRequest request) {
    Optional<Problem> refusal = RequestLimits.check(context, request);
    return refusal.isPresent()
        ? Result.failure(refusal.get())
        : FxAnswers.history(market().rates(), request, context.decisionTime());
  }

  @Override
  public Result<MarketData> getMarketData(CallContext context, MarketDataRequest request) {
    return prices.getMarketData(context, request);
  }

  @Override
  public Result<ActionPage> listCorporateActions(CallContext context, ActionQuery query) {
    return prices.listCorporateActions(context, query);
  }

  @Override
  public Result<Done> announceAction(CallContext context, AnnounceAction command) {
    return prices.announceAction(context, command);
  }

  @Override
  public Result<SourceOrder> getSourceOrder(CallContext context) {
    return prices.getSourceOrder(context);
  }

  @Override
  public Result<SourceOrder> orderSources(CallContext context, OrderSources command) {
    return prices.orderSources(context, command);
  }

  @Override
  public Result<MarketStatuses> getMarketStatus(CallContext context, MarketStatusRequest request) {
    Optional<Problem> refusal = RequestLimits.check(context, request);
    return refusal.isPresent()
        ? Result.failure(refusal.get())
        : Result.success(MarketHours.statuses(market(), request, context.decisionTime()));
  }

  @Override
  public Result<CalendarPage> getCalendar(CallContext context, CalendarRequest request) {
    Optional<Problem> refusal = RequestLimits.check(request);
    return refusal.isPresent() ? Result.failure(refusal.get()) : MarketHours.calendar(request);
  }

  @Override
  public Result<FindingPage> listFindings(CallContext context, FindingQuery query) {
    Optional<Problem> refusal = RequestLimits.check(query);
    return refusal.isPresent()
        ? Result.failure(refusal.get())
        : Result.success(store.findings(query));
  }
}
