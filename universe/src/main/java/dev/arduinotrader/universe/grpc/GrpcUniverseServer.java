package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.universe.AddSecurityRequest;
import dev.arduinotrader.contracts.universe.AddSecurityResponse;
import dev.arduinotrader.contracts.universe.GetFxRatesRequest;
import dev.arduinotrader.contracts.universe.GetFxRatesResponse;
import dev.arduinotrader.contracts.universe.GetPriceHistoriesRequest;
import dev.arduinotrader.contracts.universe.GetPriceHistoriesResponse;
import dev.arduinotrader.contracts.universe.GetQuotesRequest;
import dev.arduinotrader.contracts.universe.GetQuotesResponse;
import dev.arduinotrader.contracts.universe.GetSecurityRequest;
import dev.arduinotrader.contracts.universe.GetSecurityResponse;
import dev.arduinotrader.contracts.universe.GetUniverseRequest;
import dev.arduinotrader.contracts.universe.GetUniverseResponse;
import dev.arduinotrader.contracts.universe.ImportPricesRequest;
import dev.arduinotrader.contracts.universe.ImportPricesResponse;
import dev.arduinotrader.contracts.universe.ListCorporateActionsRequest;
import dev.arduinotrader.contracts.universe.ListCorporateActionsResponse;
import dev.arduinotrader.contracts.universe.SyncPricesRequest;
import dev.arduinotrader.contracts.universe.SyncPricesResponse;
import dev.arduinotrader.contracts.universe.UniverseServiceGrpc;
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
  public void listCorporateActions(
      ListCorporateActionsRequest request, StreamObserver<ListCorporateActionsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        ActionMessages::query,
        service::listCorporateActions,
        ActionMessages::toProto);
  }
}
