package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.PriceSeries;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A universe in memory for the tests of other modules: it knows what a test told it, and honours
 * the decision time as the real one does.
 *
 * <p>Every close is known at {@link #CLOSE_TIME} of its date and is also a quote of that instant.
 * Closes asked for in a currency are turned with the last rate known at that instant.
 */
public final class FakeUniverse implements UniverseService {
  /** When the fake's sessions close, UTC. */
  public static final LocalTime CLOSE_TIME = LocalTime.of(21, 0);

  private final NavigableMap<Isin, Security> securities = new TreeMap<>();
  private final Set<Isin> removed = new TreeSet<>();
  private final NavigableMap<Isin, PriceSeries> series = new TreeMap<>();
  private final NavigableMap<Isin, NavigableMap<Instant, Quote>> quotes = new TreeMap<>();
  private final List<FxRate> rates = new ArrayList<>();
  private final List<Fundamental> fundamentals = new ArrayList<>();
  private final List<CorporateAction> actions = new ArrayList<>();
  private final FakeMarketHours marketHours = new FakeMarketHours();
  private final FakeVolumes volumes = new FakeVolumes();
  private @Nullable Problem outage;

  /** A plain stock with lot 1 on XNAS that costs whole units of this currency or part of one. */
  public static Security stock(String isin, String symbol, String quoteUnit) {
    return new Security(
        Isin.of(isin),
        symbol,
        symbol + " Inc.",
        ProductType.EQUITY,
        "United States",
        "Technology",
        "XNAS",
        QuoteUnit.of(quoteUnit),
        Lot.ONE,
        null,
        true,
        false);
  }

  public synchronized FakeUniverse with(Security security) {
    securities.put(security.isin(), security);
    return this;
  }

  private List<Security> listed() {
    return securities.values().stream()
        .filter(security -> !removed.contains(security.isin()))
        .toList();
  }

  /** These closes, as basis TOTAL_RETURN, on consecutive weekdays that end on a date. */
  public FakeUniverse closesUntil(Isin isin, LocalDate last, double... closes) {
    int[] days = new int[closes.length];
    LocalDate date = last;
    for (int i = closes.length - 1; i >= 0; i--) {
      while (date.getDayOfWeek().getValue() > 5) {
        date = date.minusDays(1);
      }
      days[i] = (int) date.toEpochDay();
      date = date.minusDays(1);
    }
    return closes(isin, PriceSeries.of(PriceBasis.TOTAL_RETURN, days, closes));
  }

  public synchronized FakeUniverse closes(Isin isin, PriceSeries closes) {
    series.put(isin, closes);
    return this;
  }

  /** A dated fact, known from its own instant on. */
  public synchronized FakeUniverse fundamental(Fundamental fact) {
    fundamentals.add(fact);
    return this;
  }

  /** A quote in the security's quote unit, made and known at an instant. */
  public FakeUniverse quote(Isin isin, String price, Instant at) {
    return quote(isin, price, at, BestOrders.UNTOLD);
  }

  /** The same with the best orders around it. */
  public synchronized FakeUniverse quote(Isin isin, String price, Instant at, BestOrders orders) {
    Price each = Price.of(price, require(isin).quoteUnit());
    Quote quote = new Quote(isin, each, at, PriceBasis.RAW, "fake", orders);
    quotes.computeIfAbsent(isin, key -> new TreeMap<>()).put(at, quote);
    return this;
  }

  /** So many shares were traded on every day. */
  public synchronized FakeUniverse volume(Isin isin, double shares) {
    volumes.put(isin, shares);
    return this;
  }

  /** 1 {@code base} = {@code rate} {@code quote}, known from an instant on. */
  public synchronized FakeUniverse rate(
      Currency base, Currency quote, String rate, Instant knownAt) {
    rates.add(new FxRate(base, quote, Decimals.parse(rate), knownAt, "fake"));
    return this;
  }

  /** From now on every call fails like this; null ends it. */
  public synchronized FakeUniverse failWith(@Nullable Problem problem) {
    outage = problem;
    return this;
  }

  /** As if the service could not be reached; {@link #failWith} with null ends it. */
  public FakeUniverse unreachable() {
    return failWith(CommonReason.UNAVAILABLE.problem("the fake universe was told to be away"));
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return answer(() -> Result.success(new ServiceHealth(true, "test", "ok", "test", List.of())));
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return answer(() -> Result.success(Done.DONE));
  }

  @Override
  public Result<SecurityPage> getUniverse(CallContext context, UniverseQuery query) {
    return answer(
        () -> {
          List<Security> listed = listed();
          List<Security> page =
              listed.stream()
                  .filter(
                      s ->
                          query.afterIsin() == null
                              || s.isin().value().compareTo(query.afterIsin()) > 0)
                  .limit(query.limit())
                  .toList();
          boolean more = !page.isEmpty() && !page.getLast().equals(listed.getLast());
          return Result.success(
              new SecurityPage(page, more ? page.getLast().isin().value() : null));
        });
  }

  @Override
  public Result<Security> getSecurity(CallContext context, Isin isin) {
    return answer(
        () -> {
          Security found = securities.get(isin);
          return found == null
              ? CommonReason.NOT_FOUND.failure("the fake universe has no " + isin)
              : Result.success(found);
        });
  }

  @Override
  public Result<Security> addSecurity(CallContext context, AddSecurity command) {
    return answer(
        () -> {
          with(command.security());
          return Result.success(command.security());
        });
  }

  @Override
  public Result<SecurityDetails> getSecurityDetails(CallContext context, Isin isin) {
    return answer(() -> directory().getSecurityDetails(context, isin));
  }

  @Override
  public Result<SecurityDetails> updateSecurity(CallContext context, UpdateSecurity command) {
    return answer(() -> directory().updateSecurity(context, command));
  }

  @Override
  public Result<SecurityDetails> removeSecurity(CallContext context, RemoveSecurity command) {
    return answer(() -> directory().removeSecurity(context, command));
  }

  @Override
  public Result<SecurityDetails> addByIdentifier(CallContext context, AddByIdentifier command) {
    return answer(() -> directory().addByIdentifier(context, command));
  }

  @Override
  public Result<SecurityMatches> searchSecurities(CallContext context, SearchRequest request) {
    return answer(() -> directory().searchSecurities(context, request));
  }

  @Override
  public Result<SecurityGroups> getGroups(CallContext context) {
    return answer(() -> directory().getGroups(context));
  }

  private FakeDirectory directory() {
    return new FakeDirectory(securities, removed);
  }

  @Override
  public Result<FundamentalsReport> importFundamentals(
      CallContext context, ImportFundamentals command) {
    return CommonReason.UNIMPLEMENTED.failure("the fake universe imports nothing");
  }

  @Override
  public Result<Fundamentals> getFundamentals(CallContext context, FundamentalsQuery query) {
    return answer(() -> Result.success(FakeFundamentals.latest(fundamentals, context, query)));
  }

  @Override
  public Result<ImportReport> importPrices(
      CallContext context, ImportRequest request, ProgressSink<ImportProgress> progress) {
    return CommonReason.UNIMPLEMENTED.failure("the fake universe imports nothing");
  }

  @Override
  public Result<SyncReport> syncPrices(
      CallContext context, SyncRequest request, ProgressSink<SyncProgress> progress) {
    return answer(() -> Result.success(new SyncReport(0, 0, List.of())));
  }

  @Override
  public Result<FundamentalsSyncReport> syncFundamentals(
      CallContext context, SyncRequest request, ProgressSink<FundamentalsProgress> progress) {
    return answer(() -> Result.success(new FundamentalsSyncReport(0, 0, List.of(), 0)));
  }

  @Override
  public Result<SourceList> listSources(CallContext context) {
    return answer(() -> Result.success(new SourceList(List.of(), "")));
  }

  @Override
  public Result<SourceList> changeSources(CallContext context, ChangeSources command) {
    return CommonReason.UNIMPLEMENTED.failure("the fake universe has no sources");
  }

  @Override
  public Result<SourceTest> testSource(CallContext context, TestSource request) {
    return CommonReason.UNIMPLEMENTED.failure("the fake universe has no sources");
  }

  @Override
  public Result<HistorySummary> getPriceHistories(
      CallContext context, HistoryRequest request, ProgressSink<SecurityHistory> histories) {
    return answer(
        () -> {
          List<Absent> absent = new ArrayList<>();
          int sent = 0;
          for (Isin isin :
              request.isins().isEmpty()
                  ? listed().stream().map(Security::isin).toList()
                  : request.isins()) {
            Optional<SecurityHistory> history = history(isin, request, context.decisionTime());
            history.ifPresentOrElse(
                histories::send, () -> absent.add(new Absent(isin.value(), "no close known")));
            sent += history.isPresent() ? 1 : 0;
          }
          return Result.success(new HistorySummary(sent, absent));
        });
  }

  private Optional<SecurityHistory> history(Isin isin, HistoryRequest request, Instant now) {
    Security security = securities.get(isin);
    PriceSeries stored = series.get(isin);
    if (security == null || stored == null) {
      return Optional.empty();
    }
    int[] days = new int[stored.size()];
    double[] closes = new double[stored.size()];
    int size = 0;
    for (int i = 0; i < stored.size(); i++) {
      Instant at = knownAt(stored.date(i));
      OptionalRate factor = factor(security.quoteUnit(), request.inCurrency(), at);
      if (!at.isAfter(now) && factor.known()) {
        days[size] = stored.epochDay(i);
        closes[size++] = stored.close(i) * factor.value();
      }
    }
    if (size == 0) {
      return Optional.empty();
    }
    PriceSeries usable =
        PriceSeries.of(
            stored.basis(),
            java.util.Arrays.copyOf(days, size),
            java.util.Arrays.copyOf(closes, size));
    Currency unit = request.inCurrency();
    return Optional.of(
        new SecurityHistory(
            isin,
            unit == null ? security.quoteUnit().code() : unit.code(),
            1,
            usable.last(request.barsMax())));
  }

  private record OptionalRate(boolean known, double value) {}

  private OptionalRate factor(QuoteUnit unit, @Nullable Currency wanted, Instant at) {
    if (wanted == null) {
      return new OptionalRate(true, 1);
    }
    return FakeRates.latest(rates, unit.currency(), wanted, at, null)
        .map(rate -> new OptionalRate(true, rate.rate().doubleValue() / unit.unitsPerCurrency()))
        .orElse(new OptionalRate(false, 0));
  }

  @Override
  public Result<Quotes> getQuotes(CallContext context, QuoteRequest request) {
    return answer(
        () -> {
          List<Quote> found = new ArrayList<>();
          List<Absent> absent = new ArrayList<>();
          for (QuoteRequest.Question question : request.questions()) {
            quoteOf(question, context.decisionTime())
                .ifPresentOrElse(
                    found::add,
                    () -> absent.add(new Absent(question.isin().value(), "no quote known")));
          }
          return Result.success(new Quotes(found, absent));
        });
  }

  private Optional<Quote> quoteOf(QuoteRequest.Question question, Instant now) {
    Security security = securities.get(question.isin());
    if (security == null) {
      return Optional.empty();
    }
    NavigableMap<Instant, Quote> known = new TreeMap<>();
    PriceSeries closes = series.get(question.isin());
    for (int i = 0; closes != null && i < closes.size(); i++) {
      Price price = new Price(BigDecimal.valueOf(closes.close(i)), security.quoteUnit());
      Instant at = knownAt(closes.date(i));
      known.put(at, new Quote(question.isin(), price, at, closes.basis(), "fake"));
    }
    known.putAll(quotes.getOrDefault(question.isin(), new TreeMap<>()));
    Instant after = question.firstAfter();
    var entry = after == null ? known.floorEntry(now) : known.higherEntry(after);
    return entry == null || entry.getKey().isAfter(now)
        ? Optional.empty()
        : Optional.of(entry.getValue());
  }

  @Override
  public Result<FxRates> getFxRates(CallContext context, FxRequest request) {
    return answer(() -> Result.success(FakeRates.all(rates, request, context.decisionTime())));
  }

  @Override
  public Result<FxHistoryPage> getFxHistory(CallContext context, FxHistoryRequest request) {
    return answer(
        () ->
            Result.success(
                new FxHistoryPage(
                    rates.stream()
                        .filter(rate -> rate.base().equals(request.base()))
                        .filter(rate -> rate.quote().equals(request.quote()))
                        .filter(rate -> !rate.knownAt().isAfter(context.decisionTime()))
                        .sorted(Comparator.comparing(FxRate::knownAt))
                        .toList(),
                    null)));
  }

  /** A corporate action, known from its announcement on. */
  public synchronized FakeUniverse action(CorporateAction action) {
    actions.add(action);
    return this;
  }

  /** What an exchange is doing from now on; untold, it is open. */
  public synchronized FakeUniverse market(String exchange, MarketPhase phase, BuyRule buyRule) {
    marketHours.tell(exchange, phase, buyRule);
    return this;
  }

  @Override
  public Result<MarketStatuses> getMarketStatus(CallContext context, MarketStatusRequest request) {
    return answer(() -> Result.success(marketHours.statuses(request, context.decisionTime())));
  }

  @Override
  public Result<CalendarPage> getCalendar(CallContext context, CalendarRequest request) {
    return answer(() -> FakeMarketHours.calendar(request));
  }

  @Override
  public Result<MarketData> getMarketData(CallContext context, MarketDataRequest request) {
    return answer(() -> volumes.marketData(require(request.isin()), request));
  }

  @Override
  public Result<Done> announceAction(CallContext context, AnnounceAction command) {
    return answer(
        () -> {
          action(command.action());
          return Result.success(Done.DONE);
        });
  }

  @Override
  public Result<SourceOrder> getSourceOrder(CallContext context) {
    return answer(() -> Result.success(new SourceOrder(List.of(), List.of("fake"))));
  }

  @Override
  public Result<SourceOrder> orderSources(CallContext context, OrderSources command) {
    return answer(() -> Result.success(new SourceOrder(command.names(), List.of("fake"))));
  }

  /** A fake imports nothing, so nothing was found. */
  @Override
  public Result<FindingPage> listFindings(CallContext context, FindingQuery query) {
    return answer(() -> Result.success(new FindingPage(List.of(), null)));
  }

  @Override
  public Result<ActionPage> listCorporateActions(CallContext context, ActionQuery query) {
    return answer(
        () ->
            Result.success(
                new ActionPage(
                    actions.stream()
                        .filter(a -> query.isins().isEmpty() || query.isins().contains(a.isin()))
                        .filter(a -> !a.announcement().knownAt().isAfter(context.decisionTime()))
                        .filter(a -> !a.exDate().isBefore(query.from()))
                        .filter(a -> !a.exDate().isAfter(query.to()))
                        .sorted(
                            Comparator.comparing(CorporateAction::exDate)
                                .thenComparing(CorporateAction::isin)
                                .thenComparing(CorporateAction::kind))
                        .toList(),
                    List.of(),
                    null)));
  }

  private static Instant knownAt(LocalDate date) {
    return date.atTime(CLOSE_TIME).toInstant(ZoneOffset.UTC);
  }

  private Security require(Isin isin) {
    Security security = securities.get(isin);
    if (security == null) {
      throw new IllegalArgumentException("expected with(security) before a quote of " + isin);
    }
    return security;
  }

  private synchronized <T> Result<T> answer(Supplier<Result<T>> call) {
    Problem problem = outage;
    return problem == null ? call.get() : Result.failure(problem);
  }
}
