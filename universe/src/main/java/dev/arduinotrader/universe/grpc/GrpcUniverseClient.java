package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.universe.AddByIdentifierResponse;
import dev.arduinotrader.contracts.universe.AddSecurityResponse;
import dev.arduinotrader.contracts.universe.AnnounceActionResponse;
import dev.arduinotrader.contracts.universe.GetGroupsRequest;
import dev.arduinotrader.contracts.universe.GetSecurityDetailsRequest;
import dev.arduinotrader.contracts.universe.GetSecurityDetailsResponse;
import dev.arduinotrader.contracts.universe.GetSecurityRequest;
import dev.arduinotrader.contracts.universe.GetSecurityResponse;
import dev.arduinotrader.contracts.universe.GetSourceOrderRequest;
import dev.arduinotrader.contracts.universe.GetSourceOrderResponse;
import dev.arduinotrader.contracts.universe.OrderSourcesResponse;
import dev.arduinotrader.contracts.universe.RemoveSecurityResponse;
import dev.arduinotrader.contracts.universe.UniverseServiceGrpc;
import dev.arduinotrader.contracts.universe.UpdateSecurityResponse;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.universe.ActionPage;
import dev.arduinotrader.universe.ActionQuery;
import dev.arduinotrader.universe.AddByIdentifier;
import dev.arduinotrader.universe.AddSecurity;
import dev.arduinotrader.universe.AnnounceAction;
import dev.arduinotrader.universe.CalendarPage;
import dev.arduinotrader.universe.CalendarRequest;
import dev.arduinotrader.universe.ChangeSources;
import dev.arduinotrader.universe.FindingPage;
import dev.arduinotrader.universe.FindingQuery;
import dev.arduinotrader.universe.Fundamentals;
import dev.arduinotrader.universe.FundamentalsProgress;
import dev.arduinotrader.universe.FundamentalsQuery;
import dev.arduinotrader.universe.FundamentalsReport;
import dev.arduinotrader.universe.FundamentalsSyncReport;
import dev.arduinotrader.universe.FxHistoryPage;
import dev.arduinotrader.universe.FxHistoryRequest;
import dev.arduinotrader.universe.FxRates;
import dev.arduinotrader.universe.FxRequest;
import dev.arduinotrader.universe.HistoryRequest;
import dev.arduinotrader.universe.HistorySummary;
import dev.arduinotrader.universe.ImportFundamentals;
import dev.arduinotrader.universe.ImportProgress;
import dev.arduinotrader.universe.ImportReport;
import dev.arduinotrader.universe.ImportRequest;
import dev.arduinotrader.universe.MarketData;
import dev.arduinotrader.universe.MarketDataRequest;
import dev.arduinotrader.universe.MarketStatusRequest;
import dev.arduinotrader.universe.MarketStatuses;
import dev.arduinotrader.universe.OrderSources;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Quotes;
import dev.arduinotrader.universe.RemoveSecurity;
import dev.arduinotrader.universe.SearchRequest;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityGroups;
import dev.arduinotrader.universe.SecurityHistory;
import dev.arduinotrader.universe.SecurityMatches;
import dev.arduinotrader.universe.SecurityPage;
import dev.arduinotrader.universe.SourceList;
import dev.arduinotrader.universe.SourceOrder;
import dev.arduinotrader.universe.SourceTest;
import dev.arduinotrader.universe.SyncProgress;
import dev.arduinotrader.universe.SyncReport;
import dev.arduinotrader.universe.SyncRequest;
import dev.arduinotrader.universe.TestSource;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import dev.arduinotrader.universe.UpdateSecurity;
import java.util.Optional;

/** The universe service of another process. */
public final class GrpcUniverseClient implements UniverseService {
  private final RemoteCalls calls;
  private final HistoryCache cache = new HistoryCache();

  public GrpcUniverseClient(RemoteCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return calls.unary(
        UniverseServiceGrpc.getHealthCheckMethod(),
        context,
        CommonMessages.healthRequest(),
        CommonMessages::health);
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return calls.stream(
        UniverseServiceGrpc.getWatchEventsMethod(),
        context,
        WatchEventsRequest.newBuilder().setAfterSequence(afterSequence).build(),
        GrpcUniverseClient::event,
        events,
        end -> Done.DONE);
  }

  private static Optional<ServiceEvent> event(WatchEventsResponse message) {
    return message.hasEvent()
        ? Optional.of(CommonMessages.event(message.getEvent()))
        : Optional.empty();
  }

  @Override
  public Result<SecurityPage> getUniverse(CallContext context, UniverseQuery query) {
    return calls.unary(
        UniverseServiceGrpc.getGetUniverseMethod(),
        context,
        UniverseMessages.toProto(query),
        UniverseMessages::page);
  }

  @Override
  public Result<Security> getSecurity(CallContext context, Isin isin) {
    return calls.unary(
        UniverseServiceGrpc.getGetSecurityMethod(),
        context,
        GetSecurityRequest.newBuilder().setIsin(isin.value()).build(),
        (GetSecurityResponse answer) -> SecurityMessages.security(answer.getSecurity()));
  }

  @Override
  public Result<Security> addSecurity(CallContext context, AddSecurity command) {
    return calls.unary(
        UniverseServiceGrpc.getAddSecurityMethod(),
        context,
        UniverseMessages.toProto(command),
        (AddSecurityResponse answer) -> SecurityMessages.security(answer.getSecurity()));
  }

  @Override
  public Result<SecurityDetails> getSecurityDetails(CallContext context, Isin isin) {
    return calls.unary(
        UniverseServiceGrpc.getGetSecurityDetailsMethod(),
        context,
        GetSecurityDetailsRequest.newBuilder().setIsin(isin.value()).build(),
        (GetSecurityDetailsResponse answer) -> DetailsMessages.details(answer.getDetails()));
  }

  @Override
  public Result<SecurityDetails> updateSecurity(CallContext context, UpdateSecurity command) {
    return calls.unary(
        UniverseServiceGrpc.getUpdateSecurityMethod(),
        context,
        DirectoryMessages.toProto(command),
        (UpdateSecurityResponse answer) -> DetailsMessages.details(answer.getDetails()));
  }

  @Override
  public Result<SecurityDetails> removeSecurity(CallContext context, RemoveSecurity command) {
    return calls.unary(
        UniverseServiceGrpc.getRemoveSecurityMethod(),
        context,
        DirectoryMessages.toProto(command),
        (RemoveSecurityResponse answer) -> DetailsMessages.details(answer.getDetails()));
  }

  @Override
  public Result<SecurityDetails> addByIdentifier(CallContext context, AddByIdentifier command) {
    return calls.unary(
        UniverseServiceGrpc.getAddByIdentifierMethod(),
        context,
        DirectoryMessages.toProto(command),
        (AddByIdentifierResponse answer) -> DetailsMessages.details(answer.getDetails()));
  }

  @Override
  public Result<SecurityMatches> searchSecurities(CallContext context, SearchRequest request) {
    return calls.unary(
        UniverseServiceGrpc.getSearchSecuritiesMethod(),
        context,
        DirectoryMessages.toProto(request),
        DirectoryMessages::matches);
  }

  @Override
  public Result<SecurityGroups> getGroups(CallContext context) {
    return calls.unary(
        UniverseServiceGrpc.getGetGroupsMethod(),
        context,
        GetGroupsRequest.getDefaultInstance(),
        DirectoryMessages::groups);
  }

  @Override
  public Result<FundamentalsReport> importFundamentals(
      CallContext context, ImportFundamentals command) {
    return calls.unary(
        UniverseServiceGrpc.getImportFundamentalsMethod(),
        context,
        FundamentalMessages.toProto(command),
        FundamentalMessages::report);
  }

  @Override
  public Result<Fundamentals> getFundamentals(CallContext context, FundamentalsQuery query) {
    return calls.unary(
        UniverseServiceGrpc.getGetFundamentalsMethod(),
        context,
        FundamentalMessages.toProto(query),
        FundamentalMessages::fundamentals);
  }

  @Override
  public Result<ImportReport> importPrices(
      CallContext context, ImportRequest request, ProgressSink<ImportProgress> progress) {
    return calls.stream(
        UniverseServiceGrpc.getImportPricesMethod(),
        context,
        ChangeMessages.toProto(request),
        ChangeMessages::part,
        progress,
        ChangeMessages::end);
  }

  @Override
  public Result<SyncReport> syncPrices(
      CallContext context, SyncRequest request, ProgressSink<SyncProgress> progress) {
    return calls.stream(
        UniverseServiceGrpc.getSyncPricesMethod(),
        context,
        ChangeMessages.toProto(request),
        ChangeMessages::part,
        progress,
        ChangeMessages::end);
  }

  @Override
  public Result<FundamentalsSyncReport> syncFundamentals(
      CallContext context, SyncRequest request, ProgressSink<FundamentalsProgress> progress) {
    return calls.stream(
        UniverseServiceGrpc.getSyncFundamentalsMethod(),
        context,
        FundamentalsSyncMessages.toProto(request),
        FundamentalsSyncMessages::part,
        progress,
        FundamentalsSyncMessages::end);
  }

  @Override
  public Result<HistorySummary> getPriceHistories(
      CallContext context, HistoryRequest request, ProgressSink<SecurityHistory> histories) {
    return request.held().isEmpty()
        ? cache.fetch(request, histories, (whole, sink) -> fetch(context, whole, sink))
        : fetch(context, request, histories);
  }

  private Result<HistorySummary> fetch(
      CallContext context, HistoryRequest request, ProgressSink<SecurityHistory> histories) {
    return calls.stream(
        UniverseServiceGrpc.getGetPriceHistoriesMethod(),
        context,
        UniverseMessages.toProto(request),
        UniverseMessages::part,
        histories,
        UniverseMessages::end);
  }

  @Override
  public Result<Quotes> getQuotes(CallContext context, QuoteRequest request) {
    return calls.unary(
        UniverseServiceGrpc.getGetQuotesMethod(),
        context,
        UniverseMessages.toProto(request),
        UniverseMessages::quotes);
  }

  @Override
  public Result<FxRates> getFxRates(CallContext context, FxRequest request) {
    return calls.unary(
        UniverseServiceGrpc.getGetFxRatesMethod(),
        context,
        UniverseMessages.toProto(request),
        UniverseMessages::rates);
  }

  @Override
  public Result<FindingPage> listFindings(CallContext context, FindingQuery query) {
    return calls.unary(
        UniverseServiceGrpc.getListFindingsMethod(),
        context,
        FindingMessages.toProto(query),
        FindingMessages::page);
  }

  @Override
  public Result<ActionPage> listCorporateActions(CallContext context, ActionQuery query) {
    return calls.unary(
        UniverseServiceGrpc.getListCorporateActionsMethod(),
        context,
        ActionMessages.toProto(query),
        ActionMessages::page);
  }

  @Override
  public Result<MarketStatuses> getMarketStatus(CallContext context, MarketStatusRequest request) {
    return calls.unary(
        UniverseServiceGrpc.getGetMarketStatusMethod(),
        context,
        CalendarMessages.toProto(request),
        CalendarMessages::statuses);
  }

  @Override
  public Result<CalendarPage> getCalendar(CallContext context, CalendarRequest request) {
    return calls.unary(
        UniverseServiceGrpc.getGetCalendarMethod(),
        context,
        CalendarMessages.toProto(request),
        CalendarMessages::page);
  }

  @Override
  public Result<MarketData> getMarketData(CallContext context, MarketDataRequest request) {
    return calls.unary(
        UniverseServiceGrpc.getGetMarketDataMethod(),
        context,
        PriceMessages.toProto(request),
        PriceMessages::data);
  }

  @Override
  public Result<Done> announceAction(CallContext context, AnnounceAction command) {
    return calls.unary(
        UniverseServiceGrpc.getAnnounceActionMethod(),
        context,
        PriceMessages.toProto(command),
        (AnnounceActionResponse answer) -> Done.DONE);
  }

  @Override
  public Result<SourceOrder> getSourceOrder(CallContext context) {
    return calls.unary(
        UniverseServiceGrpc.getGetSourceOrderMethod(),
        context,
        GetSourceOrderRequest.getDefaultInstance(),
        (GetSourceOrderResponse answer) -> PriceMessages.order(answer.getOrder()));
  }

  @Override
  public Result<SourceOrder> orderSources(CallContext context, OrderSources command) {
    return calls.unary(
        UniverseServiceGrpc.getOrderSourcesMethod(),
        context,
        PriceMessages.toProto(command),
        (OrderSourcesResponse answer) -> PriceMessages.order(answer.getOrder()));
  }

  @Override
  public Result<SourceList> listSources(CallContext context) {
    return calls.unary(
        UniverseServiceGrpc.getListSourcesMethod(),
        context,
        SourceMessages.listRequest(),
        SourceMessages::list);
  }

  @Override
  public Result<SourceList> changeSources(CallContext context, ChangeSources command) {
    return calls.unary(
        UniverseServiceGrpc.getChangeSourcesMethod(),
        context,
        SourceMessages.toProto(command),
        SourceMessages::list);
  }

  @Override
  public Result<SourceTest> testSource(CallContext context, TestSource request) {
    return calls.unary(
        UniverseServiceGrpc.getTestSourceMethod(),
        context,
        SourceMessages.toProto(request),
        SourceMessages::test);
  }

  @Override
  public Result<FxHistoryPage> getFxHistory(CallContext context, FxHistoryRequest request) {
    return calls.unary(
        UniverseServiceGrpc.getGetFxHistoryMethod(),
        context,
        FxMessages.toProto(request),
        FxMessages::page);
  }
}
