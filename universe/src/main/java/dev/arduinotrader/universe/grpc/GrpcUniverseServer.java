package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.universe.AddByIdentifierRequest;
import dev.arduinotrader.contracts.universe.AddByIdentifierResponse;
import dev.arduinotrader.contracts.universe.AddSecurityRequest;
import dev.arduinotrader.contracts.universe.AddSecurityResponse;
import dev.arduinotrader.contracts.universe.AnnounceActionRequest;
import dev.arduinotrader.contracts.universe.AnnounceActionResponse;
import dev.arduinotrader.contracts.universe.ChangeSourcesRequest;
import dev.arduinotrader.contracts.universe.ChangeSourcesResponse;
import dev.arduinotrader.contracts.universe.GetCalendarRequest;
import dev.arduinotrader.contracts.universe.GetCalendarResponse;
import dev.arduinotrader.contracts.universe.GetFundamentalsRequest;
import dev.arduinotrader.contracts.universe.GetFundamentalsResponse;
import dev.arduinotrader.contracts.universe.GetFxHistoryRequest;
import dev.arduinotrader.contracts.universe.GetFxHistoryResponse;
import dev.arduinotrader.contracts.universe.GetFxRatesRequest;
import dev.arduinotrader.contracts.universe.GetFxRatesResponse;
import dev.arduinotrader.contracts.universe.GetGroupsRequest;
import dev.arduinotrader.contracts.universe.GetGroupsResponse;
import dev.arduinotrader.contracts.universe.GetMarketDataRequest;
import dev.arduinotrader.contracts.universe.GetMarketDataResponse;
import dev.arduinotrader.contracts.universe.GetMarketStatusRequest;
import dev.arduinotrader.contracts.universe.GetMarketStatusResponse;
import dev.arduinotrader.contracts.universe.GetPriceHistoriesRequest;
import dev.arduinotrader.contracts.universe.GetPriceHistoriesResponse;
import dev.arduinotrader.contracts.universe.GetQuotesRequest;
import dev.arduinotrader.contracts.universe.GetQuotesResponse;
import dev.arduinotrader.contracts.universe.GetSecurityDetailsRequest;
import dev.arduinotrader.contracts.universe.GetSecurityDetailsResponse;
import dev.arduinotrader.contracts.universe.GetSecurityRequest;
import dev.arduinotrader.contracts.universe.GetSecurityResponse;
import dev.arduinotrader.contracts.universe.GetSourceOrderRequest;
import dev.arduinotrader.contracts.universe.GetSourceOrderResponse;
import dev.arduinotrader.contracts.universe.GetUniverseRequest;
import dev.arduinotrader.contracts.universe.GetUniverseResponse;
import dev.arduinotrader.contracts.universe.ImportFundamentalsRequest;
import dev.arduinotrader.contracts.universe.ImportFundamentalsResponse;
import dev.arduinotrader.contracts.universe.ImportPricesRequest;
import dev.arduinotrader.contracts.universe.ImportPricesResponse;
import dev.arduinotrader.contracts.universe.ListCorporateActionsRequest;
import dev.arduinotrader.contracts.universe.ListCorporateActionsResponse;
import dev.arduinotrader.contracts.universe.ListFindingsRequest;
import dev.arduinotrader.contracts.universe.ListFindingsResponse;
import dev.arduinotrader.contracts.universe.ListSourcesRequest;
import dev.arduinotrader.contracts.universe.ListSourcesResponse;
import dev.arduinotrader.contracts.universe.OrderSourcesRequest;
import dev.arduinotrader.contracts.universe.OrderSourcesResponse;
import dev.arduinotrader.contracts.universe.RemoveSecurityRequest;
import dev.arduinotrader.contracts.universe.RemoveSecurityResponse;
import dev.arduinotrader.contracts.universe.SearchSecuritiesRequest;
import dev.arduinotrader.contracts.universe.SearchSecuritiesResponse;
import dev.arduinotrader.contracts.universe.SyncFundamentalsRequest;
import dev.arduinotrader.contracts.universe.SyncFundamentalsResponse;
import dev.arduinotrader.contracts.universe.SyncPricesRequest;
import dev.arduinotrader.contracts.universe.SyncPricesResponse;
import dev.arduinotrader.contracts.universe.TestSourceRequest;
import dev.arduinotrader.contracts.universe.TestSourceResponse;
import dev.arduinotrader.contracts.universe.UniverseServiceGrpc;
import dev.arduinotrader.contracts.universe.UpdateSecurityRequest;
import dev.arduinotrader.contracts.universe.UpdateSecurityResponse;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.ServerCalls;
import dev.arduinotrader.universe.UniverseService;
import io.grpc.stub.StreamObserver;

/** Answers gRPC calls with a universe service. */
public final class GrpcUniverseServer extends UniverseServiceGrpc.UniverseServiceImplBase {
  private final UniverseService service;

  public GrpcUniverseServer(UniverseService service) {
    this.service = service;
  }

  @Override
  public void healthCheck(
      HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.healthCheck(context),
        CommonMessages::toProto);
  }

  @Override
  public void watchEvents(
      WatchEventsRequest request, StreamObserver<WatchEventsResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        WatchEventsRequest::getAfterSequence,
        service::watchEvents,
        CommonMessages::toProto,
        done -> WatchEventsResponse.getDefaultInstance());
  }

  @Override
  public void getUniverse(
      GetUniverseRequest request, StreamObserver<GetUniverseResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        UniverseMessages::query,
        service::getUniverse,
        UniverseMessages::toProto);
  }

  @Override
  public void getSecurity(
      GetSecurityRequest request, StreamObserver<GetSecurityResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        UniverseMessages::isin,
        service::getSecurity,
        security ->
            GetSecurityResponse.newBuilder()
                .setSecurity(SecurityMessages.toProto(security))
                .build());
  }

  @Override
  public void addSecurity(
      AddSecurityRequest request, StreamObserver<AddSecurityResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        UniverseMessages::addition,
        service::addSecurity,
        security ->
            AddSecurityResponse.newBuilder()
                .setSecurity(SecurityMessages.toProto(security))
                .build());
  }

  @Override
  public void getSecurityDetails(
      GetSecurityDetailsRequest request, StreamObserver<GetSecurityDetailsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        DirectoryMessages::isin,
        service::getSecurityDetails,
        details ->
            GetSecurityDetailsResponse.newBuilder()
                .setDetails(DetailsMessages.toProto(details))
                .build());
  }

  @Override
  public void updateSecurity(
      UpdateSecurityRequest request, StreamObserver<UpdateSecurityResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        DirectoryMessages::update,
        service::updateSecurity,
        details ->
            UpdateSecurityResponse.newBuilder()
                .setDetails(DetailsMessages.toProto(details))
                .build());
  }

  @Override
  public void removeSecurity(
      RemoveSecurityRequest request, StreamObserver<RemoveSecurityResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        DirectoryMessages::removal,
        service::removeSecurity,
        details ->
            RemoveSecurityResponse.newBuilder()
                .setDetails(DetailsMessages.toProto(details))
                .build());
  }

  @Override
  public void addByIdentifier(
      AddByIdentifierRequest request, StreamObserver<AddByIdentifierResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        DirectoryMessages::addition,
        service::addByIdentifier,
        details ->
            AddByIdentifierResponse.newBuilder()
                .setDetails(DetailsMessages.toProto(details))
                .build());
  }

  @Override
  public void searchSecurities(
      SearchSecuritiesRequest request, StreamObserver<SearchSecuritiesResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        DirectoryMessages::search,
        service::searchSecurities,
        DirectoryMessages::toProto);
  }

  @Override
  public void getGroups(GetGroupsRequest request, StreamObserver<GetGroupsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.getGroups(context),
        DirectoryMessages::toProto);
  }

  @Override
  public void importFundamentals(
      ImportFundamentalsRequest request, StreamObserver<ImportFundamentalsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        FundamentalMessages::command,
        service::importFundamentals,
        FundamentalMessages::toProto);
  }

  @Override
  public void getFundamentals(
      GetFundamentalsRequest request, StreamObserver<GetFundamentalsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        FundamentalMessages::query,
        service::getFundamentals,
        FundamentalMessages::toProto);
  }

  @Override
  public void importPrices(
      ImportPricesRequest request, StreamObserver<ImportPricesResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        ChangeMessages::importRequest,
        service::importPrices,
        ChangeMessages::part,
        ChangeMessages::end);
  }

  @Override
  public void syncPrices(SyncPricesRequest request, StreamObserver<SyncPricesResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        ChangeMessages::syncRequest,
        service::syncPrices,
        ChangeMessages::part,
        ChangeMessages::end);
  }

  @Override
  public void syncFundamentals(
      SyncFundamentalsRequest request, StreamObserver<SyncFundamentalsResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        FundamentalsSyncMessages::request,
        service::syncFundamentals,
        FundamentalsSyncMessages::part,
        FundamentalsSyncMessages::end);
  }

  @Override
  public void getPriceHistories(
      GetPriceHistoriesRequest request, StreamObserver<GetPriceHistoriesResponse> observer) {
    ServerCalls.stream(
        observer,
        request,
        UniverseMessages::historyRequest,
        service::getPriceHistories,
        UniverseMessages::part,
        UniverseMessages::end);
  }

  @Override
  public void getQuotes(GetQuotesRequest request, StreamObserver<GetQuotesResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        UniverseMessages::quoteRequest,
        service::getQuotes,
        UniverseMessages::toProto);
  }

  @Override
  public void getFxRates(GetFxRatesRequest request, StreamObserver<GetFxRatesResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        UniverseMessages::fxRequest,
        service::getFxRates,
        UniverseMessages::toProto);
  }

  @Override
  public void listFindings(
      ListFindingsRequest request, StreamObserver<ListFindingsResponse> observer) {
    ServerCalls.unary(
        observer, request, FindingMessages::query, service::listFindings, FindingMessages::toProto);
  }

  @Override
  public void listCorporateActions(
      ListCorporateActionsRequest request, StreamObserver<ListCorporateActionsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        ActionMessages::query,
        service::listCorporateActions,
        ActionMessages::toProto);
  }

  @Override
  public void getMarketStatus(
      GetMarketStatusRequest request, StreamObserver<GetMarketStatusResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        CalendarMessages::statusRequest,
        service::getMarketStatus,
        CalendarMessages::toProto);
  }

  @Override
  public void getCalendar(
      GetCalendarRequest request, StreamObserver<GetCalendarResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        CalendarMessages::calendarRequest,
        service::getCalendar,
        CalendarMessages::toProto);
  }

  @Override
  public void announceAction(
      AnnounceActionRequest request, StreamObserver<AnnounceActionResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        PriceMessages::announcement,
        service::announceAction,
        done -> AnnounceActionResponse.getDefaultInstance());
  }

  @Override
  public void getMarketData(
      GetMarketDataRequest request, StreamObserver<GetMarketDataResponse> observer) {
    ServerCalls.unary(
        observer, request, PriceMessages::request, service::getMarketData, PriceMessages::toProto);
  }

  @Override
  public void orderSources(
      OrderSourcesRequest request, StreamObserver<OrderSourcesResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        PriceMessages::sources,
        service::orderSources,
        order -> OrderSourcesResponse.newBuilder().setOrder(PriceMessages.toProto(order)).build());
  }

  @Override
  public void getSourceOrder(
      GetSourceOrderRequest request, StreamObserver<GetSourceOrderResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.getSourceOrder(context),
        order ->
            GetSourceOrderResponse.newBuilder().setOrder(PriceMessages.toProto(order)).build());
  }

  @Override
  public void listSources(
      ListSourcesRequest request, StreamObserver<ListSourcesResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.listSources(context),
        SourceMessages::listed);
  }

  @Override
  public void changeSources(
      ChangeSourcesRequest request, StreamObserver<ChangeSourcesResponse> observer) {
    ServerCalls.unary(
        observer, request, SourceMessages::change, service::changeSources, SourceMessages::changed);
  }

  @Override
  public void testSource(TestSourceRequest request, StreamObserver<TestSourceResponse> observer) {
    ServerCalls.unary(
        observer, request, SourceMessages::test, service::testSource, SourceMessages::tested);
  }

  @Override
  public void getFxHistory(
      GetFxHistoryRequest request, StreamObserver<GetFxHistoryResponse> observer) {
    ServerCalls.unary(
        observer, request, FxMessages::request, service::getFxHistory, FxMessages::toProto);
  }
}
