package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.contracts.portfolio.BookExecutionsRequest;
import dev.arduinotrader.contracts.portfolio.BookExecutionsResponse;
import dev.arduinotrader.contracts.portfolio.CreateAccountRequest;
import dev.arduinotrader.contracts.portfolio.CreateAccountResponse;
import dev.arduinotrader.contracts.portfolio.ExportBooksRequest;
import dev.arduinotrader.contracts.portfolio.ExportBooksResponse;
import dev.arduinotrader.contracts.portfolio.FindSnapshotRequest;
import dev.arduinotrader.contracts.portfolio.FindSnapshotResponse;
import dev.arduinotrader.contracts.portfolio.GetAllocationRequest;
import dev.arduinotrader.contracts.portfolio.GetAllocationResponse;
import dev.arduinotrader.contracts.portfolio.GetCashBalanceRequest;
import dev.arduinotrader.contracts.portfolio.GetCashBalanceResponse;
import dev.arduinotrader.contracts.portfolio.GetPerformanceRequest;
import dev.arduinotrader.contracts.portfolio.GetPerformanceResponse;
import dev.arduinotrader.contracts.portfolio.GetPolicyRequest;
import dev.arduinotrader.contracts.portfolio.GetPolicyResponse;
import dev.arduinotrader.contracts.portfolio.GetPositionRequest;
import dev.arduinotrader.contracts.portfolio.GetPositionResponse;
import dev.arduinotrader.contracts.portfolio.GetPositionsRequest;
import dev.arduinotrader.contracts.portfolio.GetPositionsResponse;
import dev.arduinotrader.contracts.portfolio.GetSnapshotRequest;
import dev.arduinotrader.contracts.portfolio.GetSnapshotResponse;
import dev.arduinotrader.contracts.portfolio.GetSummaryRequest;
import dev.arduinotrader.contracts.portfolio.GetSummaryResponse;
import dev.arduinotrader.contracts.portfolio.ListAccountsRequest;
import dev.arduinotrader.contracts.portfolio.ListAccountsResponse;
import dev.arduinotrader.contracts.portfolio.ListLedgerRequest;
import dev.arduinotrader.contracts.portfolio.ListLedgerResponse;
import dev.arduinotrader.contracts.portfolio.ListLotsRequest;
import dev.arduinotrader.contracts.portfolio.ListLotsResponse;
import dev.arduinotrader.contracts.portfolio.ListPoliciesRequest;
import dev.arduinotrader.contracts.portfolio.ListPoliciesResponse;
import dev.arduinotrader.contracts.portfolio.ListResultsRequest;
import dev.arduinotrader.contracts.portfolio.ListResultsResponse;
import dev.arduinotrader.contracts.portfolio.ListValuationsRequest;
import dev.arduinotrader.contracts.portfolio.ListValuationsResponse;
import dev.arduinotrader.contracts.portfolio.PortfolioServiceGrpc;
import dev.arduinotrader.contracts.portfolio.ReconcileStatementRequest;
import dev.arduinotrader.contracts.portfolio.ReconcileStatementResponse;
import dev.arduinotrader.contracts.portfolio.RecordMovementsRequest;
import dev.arduinotrader.contracts.portfolio.RecordMovementsResponse;
import dev.arduinotrader.contracts.portfolio.UpdatePolicyRequest;
import dev.arduinotrader.contracts.portfolio.UpdatePolicyResponse;
import dev.arduinotrader.contracts.portfolio.VerifyBooksRequest;
import dev.arduinotrader.contracts.portfolio.VerifyBooksResponse;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.ServerCalls;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.PortfolioService;
import io.grpc.stub.StreamObserver;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Answers the portfolio's calls from other processes. */
public final class GrpcPortfolioServer extends PortfolioServiceGrpc.PortfolioServiceImplBase {
  private final PortfolioService service;

  public GrpcPortfolioServer(PortfolioService service) {
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
  public void createAccount(
      CreateAccountRequest request, StreamObserver<CreateAccountResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        PortfolioMessages::fromProto,
        service::createAccount,
        account ->
            CreateAccountResponse.newBuilder()
                .setAccount(PortfolioMessages.toProto(account))
                .build());
  }

  @Override
  public void listAccounts(
      ListAccountsRequest request, StreamObserver<ListAccountsResponse> observer) {
    ServerCalls.unary(
        observer,
        request,
        message -> message,
        (context, message) -> service.listAccounts(context),
        PortfolioMessages::toProto);
  }

  @Override
  public void getPositions(
      GetPositionsRequest request, StreamObserver<GetPositionsResponse> observer) {
    forAccount(
        observer,
        request,
        message -> message,
        (context, message) -> service.getPositions(context),
        PortfolioMessages::toProto);
  }

  @Override
  public void getPosition(
      GetPositionRequest request, StreamObserver<GetPositionResponse> observer) {
    forAccount(
        observer,
        request,
        message -> PortfolioMessages.isin(message.getIsin()),
        service::getPosition,
        position ->
            GetPositionResponse.newBuilder().setHolding(HoldingMessages.toProto(position)).build());
  }

  @Override
  public void getCashBalance(
      GetCashBalanceRequest request, StreamObserver<GetCashBalanceResponse> observer) {
    forAccount(
        observer,
        request,
        message -> PortfolioMessages.exposure(message.getExposure()),
        service::getCashBalance,
        PortfolioMessages::toProto);
  }

  @Override
  public void getSummary(GetSummaryRequest request, StreamObserver<GetSummaryResponse> observer) {
    forAccount(
        observer,
        request,
        message -> PortfolioMessages.exposure(message.getExposure()),
        service::getSummary,
        PortfolioMessages::toProto);
  }

  @Override
  public void getSnapshot(
      GetSnapshotRequest request, StreamObserver<GetSnapshotResponse> observer) {
    forAccount(
        observer,
        request,
        message -> PortfolioMessages.exposure(message.getExposure()),
        service::getSnapshot,
        snapshot ->
            GetSnapshotResponse.newBuilder()
                .setSnapshot(SnapshotMessages.toProto(snapshot))
                .build());
  }

  @Override
  public void findSnapshot(
      FindSnapshotRequest request, StreamObserver<FindSnapshotResponse> observer) {
    forAccount(
        observer,
        request,
        FindSnapshotRequest::getSnapshotId,
        service::findSnapshot,
        snapshot ->
            FindSnapshotResponse.newBuilder()
                .setSnapshot(SnapshotMessages.toProto(snapshot))
                .build());
  }

  @Override
  public void bookExecutions(
      BookExecutionsRequest request, StreamObserver<BookExecutionsResponse> observer) {
    forAccount(
        observer,
        request,
        MovementMessages::fromProto,
        service::bookExecutions,
        receipt ->
            BookExecutionsResponse.newBuilder()
                .setBookedSequence(receipt.bookedSequence())
                .build());
  }

  @Override
  public void recordMovements(
      RecordMovementsRequest request, StreamObserver<RecordMovementsResponse> observer) {
    forAccount(
        observer,
        request,
        MovementMessages::fromProto,
        service::recordMovements,
        receipt ->
            RecordMovementsResponse.newBuilder()
                .setBooked(receipt.booked())
                .setRepeated(receipt.repeated())
                .build());
  }

  @Override
  public void listLots(ListLotsRequest request, StreamObserver<ListLotsResponse> observer) {
    forAccount(observer, request, LotMessages::fromProto, service::listLots, LotMessages::toProto);
  }

  @Override
  public void listResults(
      ListResultsRequest request, StreamObserver<ListResultsResponse> observer) {
    forAccount(
        observer,
        request,
        ResultMessages::fromProto,
        service::listResults,
        ResultMessages::toProto);
  }

  @Override
  public void listValuations(
      ListValuationsRequest request, StreamObserver<ListValuationsResponse> observer) {
    forAccount(
        observer,
        request,
        ResultMessages::fromProto,
        service::listValuations,
        ResultMessages::toProto);
  }

  @Override
  public void getPerformance(
      GetPerformanceRequest request, StreamObserver<GetPerformanceResponse> observer) {
    forAccount(
        observer,
        request,
        PerformanceMessages::fromProto,
        service::getPerformance,
        PerformanceMessages::toProto);
  }

  @Override
  public void getAllocation(
      GetAllocationRequest request, StreamObserver<GetAllocationResponse> observer) {
    forAccount(
        observer,
        request,
        AllocationMessages::fromProto,
        service::getAllocation,
        AllocationMessages::toProto);
  }

  @Override
  public void reconcileStatement(
      ReconcileStatementRequest request, StreamObserver<ReconcileStatementResponse> observer) {
    forAccount(
        observer,
        request,
        LedgerMessages::fromProto,
        service::reconcileStatement,
        LedgerMessages::toProto);
  }

  @Override
  public void listLedger(ListLedgerRequest request, StreamObserver<ListLedgerResponse> observer) {
    forAccount(
        observer,
        request,
        message -> new LedgerQuery(message.getAfterTransaction(), message.getLimit()),
        service::listLedger,
        LedgerMessages::toProto);
  }

  @Override
  public void exportBooks(
      ExportBooksRequest request, StreamObserver<ExportBooksResponse> observer) {
    forAccount(
        observer,
        request,
        ExportMessages::fromProto,
        service::exportBooks,
        ExportMessages::toProto);
  }

  @Override
  public void listPolicies(
      ListPoliciesRequest request, StreamObserver<ListPoliciesResponse> observer) {
    forAccount(
        observer,
        request,
        ExportMessages::fromProto,
        service::listPolicies,
        ExportMessages::toProto);
  }

  @Override
  public void verifyBooks(
      VerifyBooksRequest request, StreamObserver<VerifyBooksResponse> observer) {
    forAccount(
        observer,
        request,
        message -> message,
        (context, message) -> service.verifyBooks(context),
        LedgerMessages::toProto);
  }

  @Override
  public void getPolicy(GetPolicyRequest request, StreamObserver<GetPolicyResponse> observer) {
    forAccount(
        observer,
        request,
        message -> message,
        (context, message) -> service.getPolicy(context),
        policy -> GetPolicyResponse.newBuilder().setPolicy(PolicyMessages.toProto(policy)).build());
  }

  @Override
  public void updatePolicy(
      UpdatePolicyRequest request, StreamObserver<UpdatePolicyResponse> observer) {
    forAccount(
        observer,
        request,
        PortfolioMessages::fromProto,
        service::updatePolicy,
        policy ->
            UpdatePolicyResponse.newBuilder().setPolicy(PolicyMessages.toProto(policy)).build());
  }

  /** Answers a call that must name its account. */
  private static <M, Q, R, A> void forAccount(
      StreamObserver<A> observer,
      M message,
      Function<M, Q> read,
      BiFunction<CallContext, Q, Result<R>> call,
      Function<R, A> write) {
    ServerCalls.unary(
        observer,
        message,
        read,
        (context, request) -> call.apply(ServerCalls.accountContext(), request),
        write);
  }
}
