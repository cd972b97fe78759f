package dev.arduinotrader.bench;

import dev.arduinotrader.contracts.gateway.GatewayServiceGrpc;
import dev.arduinotrader.contracts.optimization.OptimizationServiceGrpc;
import dev.arduinotrader.contracts.planning.PlanningServiceGrpc;
import dev.arduinotrader.contracts.portfolio.PortfolioServiceGrpc;
import dev.arduinotrader.contracts.scoring.ScoringServiceGrpc;
import dev.arduinotrader.contracts.trading.TradingServiceGrpc;
import dev.arduinotrader.contracts.universe.UniverseServiceGrpc;
import dev.arduinotrader.gateway.Job;
import dev.arduinotrader.gateway.JobCommand;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.optimization.AllocationRequest;
import dev.arduinotrader.optimization.AssetBounds;
import dev.arduinotrader.optimization.OptimizationParameters;
import dev.arduinotrader.planning.PlanRequest;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.metrics.CallMethod;
import dev.arduinotrader.portfolio.AllocationQuery;
import dev.arduinotrader.portfolio.BooksQuery;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.LotQuery;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.PerformanceQuery;
import dev.arduinotrader.portfolio.PolicyQuery;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.ResultQuery;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.ValuationQuery;
import dev.arduinotrader.scoring.BatchScoreRequest;
import dev.arduinotrader.scoring.ScoreRequest;
import dev.arduinotrader.scoring.ScoringParameters;
import dev.arduinotrader.trading.TradeCommand;
import dev.arduinotrader.trading.TradeQuery;
import dev.arduinotrader.universe.ActionQuery;
import dev.arduinotrader.universe.CalendarRequest;
import dev.arduinotrader.universe.FindingQuery;
import dev.arduinotrader.universe.FundamentalsQuery;
import dev.arduinotrader.universe.FxHistoryRequest;
import dev.arduinotrader.universe.FxRequest;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.MarketDataRequest;
import dev.arduinotrader.universe.MarketStatusRequest;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.SearchRequest;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.UniverseQuery;
import io.grpc.MethodDescriptor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A question for every method that the contracts call free of side effects. */
final class ReadMethods {
  /** One call with an answer that must be a success. */
  interface Read extends BiFunction<AllServices, CallContext, Result<?>> {}

  private final Map<String, Read> reads = new LinkedHashMap<>();
  private final List<Isin> isins;
  private final Isin isin;
  private final LocalDate today;

  /**
   * @param services have run one cycle with trades, a job included
   */
  ReadMethods(AllServices services, CallContext context) {
    this.isins =
        services
            .universe()
            .getUniverse(context, UniverseQuery.first())
            .orElseThrow()
            .securities()
            .stream()
            .map(Security::isin)
            .toList();
    Position held = services.portfolio().getPositions(context).orElseThrow().positions().getFirst();
    this.isin = held.isin();
    this.today = LocalDate.ofInstant(context.decisionTime(), ZoneOffset.UTC);
    compute(services, context);
    portfolio(services, context);
    trading(services, context);
    universe(services, context);
    gateway(services, context);
    for (String service : SERVICES) {
      add(service + ".HealthCheck", health(service));
    }
  }

  private static final List<String> SERVICES =
      List.of("planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");

  private static Read health(String service) {
    return (all, context) ->
        switch (service) {
          case "planning" -> all.planning().healthCheck(context);
          case "scoring" -> all.scoring().healthCheck(context);
          case "optimization" -> all.optimization().healthCheck(context);
          case "portfolio" -> all.portfolio().healthCheck(context);
          case "trading" -> all.trading().healthCheck(context);
          case "universe" -> all.universe().healthCheck(context);
          default -> all.gateway().healthCheck(context);
        };
  }

  private void add(String name, Read read) {
    reads.put(name, read);
  }

  /** By name, such as planning.GetPlan. */
  Map<String, Read> all() {
    return reads;
  }

  /** Those that the contracts name and no question is here for. Watches never end by themselves. */
  SortedSet<String> missing() {
    SortedSet<String> missing = new TreeSet<>();
    Stream.of(
            PlanningServiceGrpc.getServiceDescriptor(),
            ScoringServiceGrpc.getServiceDescriptor(),
            OptimizationServiceGrpc.getServiceDescriptor(),
            PortfolioServiceGrpc.getServiceDescriptor(),
            TradingServiceGrpc.getServiceDescriptor(),
            UniverseServiceGrpc.getServiceDescriptor(),
            GatewayServiceGrpc.getServiceDescriptor())
        .flatMap(service -> service.getMethods().stream())
        .filter(MethodDescriptor::isSafe)
        .map(method -> CallMethod.ofGrpc(method.getFullMethodName()))
        .filter(method -> !method.isWatch())
        .forEach(method -> missing.add(method.service() + "." + method.name()));
    missing.removeAll(reads.keySet());
    return missing;
  }

  private void compute(AllServices services, CallContext context) {
    Snapshot snapshot = services.portfolio().getSnapshot(context, OpenExposure.NONE).orElseThrow();
    PlanRequest request = new PlanRequest(snapshot);
    String hash =
        services
            .planning()
            .createPlan(context, request, ProgressSink.ignoring())
            .orElseThrow()
            .planHash();
    add(
        "planning.CreatePlan",
        (all, call) -> all.planning().createPlan(call, request, ProgressSink.ignoring()));
    add("planning.GetPlan", (all, call) -> all.planning().getPlan(call, hash));
    add(
        "planning.GetBestResult",
        (all, call) -> all.planning().getBestResult(call, snapshot.identityHash()));
    add("planning.ListPlans", (all, call) -> all.planning().listPlans(call, 10));
    ScoreRequest score = new ScoreRequest(isin, ScoringParameters.DEFAULT);
    add("scoring.ScoreSecurity", (all, call) -> all.scoring().scoreSecurity(call, score));
    BatchScoreRequest batch = new BatchScoreRequest(isins, ScoringParameters.DEFAULT);
    add(
        "scoring.BatchScoreSecurities",
        (all, call) -> all.scoring().batchScoreSecurities(call, batch));
    AllocationRequest allocation =
        new AllocationRequest(
            isins.stream().map(each -> new AssetBounds(each, 0, 0.2)).toList(),
            Currency.EUR,
            0.95,
            OptimizationParameters.DEFAULT);
    add(
        "optimization.OptimizeAllocation",
        (all, call) -> all.optimization().optimizeAllocation(call, allocation));
  }

  private void portfolio(AllServices services, CallContext context) {
    String snapshot =
        services.portfolio().getSnapshot(context, OpenExposure.NONE).orElseThrow().snapshotId();
    add("portfolio.ListAccounts", (all, call) -> all.portfolio().listAccounts(call));
    add("portfolio.GetPositions", (all, call) -> all.portfolio().getPositions(call));
    add("portfolio.GetPosition", (all, call) -> all.portfolio().getPosition(call, isin));
    add(
        "portfolio.GetCashBalance",
        (all, call) -> all.portfolio().getCashBalance(call, OpenExposure.NONE));
    add("portfolio.GetSummary", (all, call) -> all.portfolio().getSummary(call, OpenExposure.NONE));
    add(
        "portfolio.GetSnapshot",
        (all, call) -> all.portfolio().getSnapshot(call, OpenExposure.NONE));
    add("portfolio.FindSnapshot", (all, call) -> all.portfolio().findSnapshot(call, snapshot));
    LotQuery lots = LotQuery.all(LotMethod.FIRST_IN_FIRST_OUT);
    add("portfolio.ListLots", (all, call) -> all.portfolio().listLots(call, lots));
    ResultQuery results = ResultQuery.all(LotMethod.FIRST_IN_FIRST_OUT);
    add("portfolio.ListResults", (all, call) -> all.portfolio().listResults(call, results));
    ValuationQuery valuations = new ValuationQuery(today.minusDays(30), today.minusDays(1), false);
    add(
        "portfolio.ListValuations",
        (all, call) -> all.portfolio().listValuations(call, valuations));
    PerformanceQuery performance = PerformanceQuery.of(today.minusDays(30), today.minusDays(1));
    add(
        "portfolio.GetPerformance",
        (all, call) -> all.portfolio().getPerformance(call, performance));
    add(
        "portfolio.GetAllocation",
        (all, call) -> all.portfolio().getAllocation(call, AllocationQuery.NO_TARGETS));
    LedgerQuery ledger = new LedgerQuery(0, 100);
    add("portfolio.ListLedger", (all, call) -> all.portfolio().listLedger(call, ledger));
    BooksQuery books = new BooksQuery(0, 100);
    add("portfolio.ExportBooks", (all, call) -> all.portfolio().exportBooks(call, books));
    add("portfolio.VerifyBooks", (all, call) -> all.portfolio().verifyBooks(call));
    PolicyQuery policies = new PolicyQuery(Long.MAX_VALUE, 10);
    add("portfolio.ListPolicies", (all, call) -> all.portfolio().listPolicies(call, policies));
    add("portfolio.GetPolicy", (all, call) -> all.portfolio().getPolicy(call));
  }

  private void trading(AllServices services, CallContext context) {
    String trade =
        services
            .trading()
            .getTradeHistory(context, new TradeQuery(1))
            .orElseThrow()
            .trades()
            .getFirst()
            .tradeId();
    Quote quote =
        services
            .universe()
            .getQuotes(context, QuoteRequest.latest(List.of(isin)))
            .orElseThrow()
            .quotes()
            .getFirst();
    TradeCommand wish =
        new TradeCommand(
            CommandId.of("bench-wish"),
            isin,
            Side.BUY,
            Quantity.of("1"),
            quote.price(),
            quote.price(),
            "bench",
            "",
            0);
    add("trading.ValidateTrade", (all, call) -> all.trading().validateTrade(call, wish));
    add("trading.GetTradeStatus", (all, call) -> all.trading().getTradeStatus(call, trade));
    TradeQuery history = new TradeQuery(100);
    add("trading.GetTradeHistory", (all, call) -> all.trading().getTradeHistory(call, history));
    add("trading.GetOpenExposure", (all, call) -> all.trading().getOpenExposure(call));
    add("trading.GetMode", (all, call) -> all.trading().getMode(call));
    add("trading.GetBrokerStatus", (all, call) -> all.trading().getBrokerStatus(call));
    add("trading.TestBroker", (all, call) -> all.trading().testBroker(call));
  }

  private void universe(AllServices services, CallContext context) {
    String exchange = services.universe().getSecurity(context, isin).orElseThrow().exchange();
    add(
        "universe.GetUniverse",
        (all, call) -> all.universe().getUniverse(call, UniverseQuery.first()));
    add("universe.GetSecurity", (all, call) -> all.universe().getSecurity(call, isin));
    add(
        "universe.GetSecurityDetails",
        (all, call) -> all.universe().getSecurityDetails(call, isin));
    SearchRequest search = new SearchRequest("a", 20, false);
    add("universe.SearchSecurities", (all, call) -> all.universe().searchSecurities(call, search));
    add("universe.GetGroups", (all, call) -> all.universe().getGroups(call));
    FundamentalsQuery facts = new FundamentalsQuery(List.of(isin), List.of());
    add("universe.GetFundamentals", (all, call) -> all.universe().getFundamentals(call, facts));
    add("universe.ListSources", (all, call) -> all.universe().listSources(call));
    HistoryRequest histories = new HistoryRequest(isins, 252, null);
    add(
        "universe.GetPriceHistories",
        (all, call) -> all.universe().getPriceHistories(call, histories, ProgressSink.ignoring()));
    QuoteRequest quotes = QuoteRequest.latest(isins);
    add("universe.GetQuotes", (all, call) -> all.universe().getQuotes(call, quotes));
    FxRequest rates = new FxRequest(Currency.EUR, List.of(Currency.of("USD")), null);
    add("universe.GetFxRates", (all, call) -> all.universe().getFxRates(call, rates));
    FxHistoryRequest pair =
        new FxHistoryRequest(Currency.EUR, Currency.of("USD"), today.minusDays(365), today, 1_000);
    add("universe.GetFxHistory", (all, call) -> all.universe().getFxHistory(call, pair));
    ActionQuery actions = ActionQuery.between(today.minusDays(365), today);
    add(
        "universe.ListCorporateActions",
        (all, call) -> all.universe().listCorporateActions(call, actions));
    MarketStatusRequest open = new MarketStatusRequest(List.of(exchange));
    add("universe.GetMarketStatus", (all, call) -> all.universe().getMarketStatus(call, open));
    CalendarRequest days = new CalendarRequest(exchange, today, today.plusDays(30), 100);
    add("universe.GetCalendar", (all, call) -> all.universe().getCalendar(call, days));
    MarketDataRequest bars =
        new MarketDataRequest(isin, null, null, today.minusDays(365), today, 1_000);
    add("universe.GetMarketData", (all, call) -> all.universe().getMarketData(call, bars));
    add("universe.GetSourceOrder", (all, call) -> all.universe().getSourceOrder(call));
    add(
        "universe.ListFindings",
        (all, call) -> all.universe().listFindings(call, FindingQuery.first()));
  }

  private void gateway(AllServices services, CallContext context) {
    Job job =
        services
            .gateway()
            .triggerJob(context, new JobCommand(CommandId.of("bench-job"), "planner-batch"))
            .orElseThrow();
    add("gateway.GetSystemStatus", (all, call) -> all.gateway().getSystemStatus(call));
    add("gateway.GetServicesHealth", (all, call) -> all.servicesHealth().apply(call));
    add("gateway.GetMetrics", (all, call) -> all.gateway().getMetrics(call));
    add("gateway.GetPortfolio", (all, call) -> all.gateway().getPortfolio(call));
    add("gateway.GetJobStatus", (all, call) -> all.gateway().getJobStatus(call, job.jobId()));
    add("gateway.ListJobs", (all, call) -> all.gateway().listJobs(call));
    add("gateway.ListPlans", (all, call) -> all.gateway().listPlans(call, 10));
  }
}
