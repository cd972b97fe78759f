package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.common.WatchEventsRequest;
import dev.arduinotrader.contracts.portfolio.FindSnapshotRequest;
import dev.arduinotrader.contracts.portfolio.GetCashBalanceRequest;
import dev.arduinotrader.contracts.portfolio.GetPolicyRequest;
import dev.arduinotrader.contracts.portfolio.GetPositionRequest;
import dev.arduinotrader.contracts.portfolio.GetPositionsRequest;
import dev.arduinotrader.contracts.portfolio.GetSnapshotRequest;
import dev.arduinotrader.contracts.portfolio.GetSummaryRequest;
import dev.arduinotrader.contracts.portfolio.ListAccountsRequest;
import dev.arduinotrader.contracts.portfolio.ListLedgerRequest;
import dev.arduinotrader.contracts.portfolio.PortfolioServiceGrpc;
import dev.arduinotrader.contracts.portfolio.VerifyBooksRequest;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Accounts;
import dev.arduinotrader.portfolio.Allocation;
import dev.arduinotrader.portfolio.AllocationQuery;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BookingReceipt;
import dev.arduinotrader.portfolio.BooksPage;
import dev.arduinotrader.portfolio.BooksQuery;
import dev.arduinotrader.portfolio.BooksVerification;
import dev.arduinotrader.portfolio.BrokerStatement;
import dev.arduinotrader.portfolio.CashBalances;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.DailyValuations;
import dev.arduinotrader.portfolio.LedgerPage;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LotPage;
import dev.arduinotrader.portfolio.LotQuery;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.Performance;
import dev.arduinotrader.portfolio.PerformanceQuery;
import dev.arduinotrader.portfolio.PolicyQuery;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.PolicyVersions;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.Positions;
import dev.arduinotrader.portfolio.RecordMovements;
import dev.arduinotrader.portfolio.RecordReceipt;
import dev.arduinotrader.portfolio.ResultQuery;
import dev.arduinotrader.portfolio.Results;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.StatementComparison;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.portfolio.UpdatePolicy;
import dev.arduinotrader.portfolio.ValuationQuery;
import java.util.Optional;

/** A portfolio service in another process. */
public final class GrpcPortfolioClient implements PortfolioService {
  private final RemoteCalls calls;

  public GrpcPortfolioClient(RemoteCalls calls) {
    this.calls = calls;
  }

  @Override
  public Result<ServiceHealth> healthCheck(CallContext context) {
    return calls.unary(
        PortfolioServiceGrpc.getHealthCheckMethod(),
        context,
        CommonMessages.healthRequest(),
        CommonMessages::health);
  }

  @Override
  public Result<Done> watchEvents(
      CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
    return calls.stream(
        PortfolioServiceGrpc.getWatchEventsMethod(),
        context,
        WatchEventsRequest.newBuilder().setAfterSequence(afterSequence).build(),
        message ->
            message.hasEvent()
                ? Optional.of(CommonMessages.event(message.getEvent()))
                : Optional.empty(),
        events,
        message -> Done.DONE);
  }

  @Override
  public Result<Account> createAccount(CallContext context, CreateAccount command) {
    return calls.unary(
        PortfolioServiceGrpc.getCreateAccountMethod(),
        context,
        PortfolioMessages.toProto(command),
        message -> PortfolioMessages.fromProto(message.getAccount()));
  }

  @Override
  public Result<Accounts> listAccounts(CallContext context) {
    return calls.unary(
        PortfolioServiceGrpc.getListAccountsMethod(),
        context,
        ListAccountsRequest.getDefaultInstance(),
        PortfolioMessages::fromProto);
  }

  @Override
  public Result<Positions> getPositions(CallContext context) {
    return calls.unary(
        PortfolioServiceGrpc.getGetPositionsMethod(),
        context,
        GetPositionsRequest.getDefaultInstance(),
        PortfolioMessages::fromProto);
  }

  @Override
  public Result<Position> getPosition(CallContext context, Isin isin) {
    return calls.unary(
        PortfolioServiceGrpc.getGetPositionMethod(),
        context,
        GetPositionRequest.newBuilder().setIsin(isin.value()).build(),
        message -> HoldingMessages.fromProto(message.getHolding()));
  }

  @Override
  public Result<CashBalances> getCashBalance(CallContext context, OpenExposure exposure) {
    return calls.unary(
        PortfolioServiceGrpc.getGetCashBalanceMethod(),
        context,
        GetCashBalanceRequest.newBuilder().setExposure(ExposureMessages.toProto(exposure)).build(),
        PortfolioMessages::fromProto);
  }

  @Override
  public Result<Summary> getSummary(CallContext context, OpenExposure exposure) {
    return calls.unary(
        PortfolioServiceGrpc.getGetSummaryMethod(),
        context,
        GetSummaryRequest.newBuilder().setExposure(ExposureMessages.toProto(exposure)).build(),
        PortfolioMessages::fromProto);
  }

  @Override
  public Result<Snapshot> getSnapshot(CallContext context, OpenExposure exposure) {
    return calls.unary(
        PortfolioServiceGrpc.getGetSnapshotMethod(),
        context,
        GetSnapshotRequest.newBuilder().setExposure(ExposureMessages.toProto(exposure)).build(),
        message -> SnapshotMessages.fromProto(message.getSnapshot()));
  }

  @Override
  public Result<Snapshot> findSnapshot(CallContext context, String snapshotId) {
    return calls.unary(
        PortfolioServiceGrpc.getFindSnapshotMethod(),
        context,
        FindSnapshotRequest.newBuilder().setSnapshotId(snapshotId).build(),
        message -> SnapshotMessages.fromProto(message.getSnapshot()));
  }

  @Override
  public Result<BookingReceipt> bookExecutions(CallContext context, Booking booking) {
    return calls.unary(
        PortfolioServiceGrpc.getBookExecutionsMethod(),
        context,
        MovementMessages.toProto(booking),
        message -> new BookingReceipt(message.getBookedSequence()));
  }

  @Override
  public Result<RecordReceipt> recordMovements(CallContext context, RecordMovements command) {
    return calls.unary(
        PortfolioServiceGrpc.getRecordMovementsMethod(),
        context,
        MovementMessages.toProto(command),
        message -> new RecordReceipt(message.getBooked(), message.getRepeated()));
  }

  @Override
  public Result<LotPage> listLots(CallContext context, LotQuery query) {
    return calls.unary(
        PortfolioServiceGrpc.getListLotsMethod(),
        context,
        LotMessages.toProto(query),
        LotMessages::fromProto);
  }

  @Override
  public Result<Results> listResults(CallContext context, ResultQuery query) {
    return calls.unary(
        PortfolioServiceGrpc.getListResultsMethod(),
        context,
        ResultMessages.toProto(query),
        ResultMessages::fromProto);
  }

  @Override
  public Result<DailyValuations> listValuations(CallContext context, ValuationQuery query) {
    return calls.unary(
        PortfolioServiceGrpc.getListValuationsMethod(),
        context,
        ResultMessages.toProto(query),
        ResultMessages::fromProto);
  }

  @Override
  public Result<Performance> getPerformance(CallContext context, PerformanceQuery query) {
    return calls.unary(
        PortfolioServiceGrpc.getGetPerformanceMethod(),
        context,
        PerformanceMessages.toProto(query),
        PerformanceMessages::fromProto);
  }

  @Override
  public Result<Allocation> getAllocation(CallContext context, AllocationQuery query) {
    return calls.unary(
        PortfolioServiceGrpc.getGetAllocationMethod(),
        context,
        AllocationMessages.toProto(query),
        AllocationMessages::fromProto);
  }

  @Override
  public Result<StatementComparison> reconcileStatement(
      CallContext context, BrokerStatement statement) {
    return calls.unary(
        PortfolioServiceGrpc.getReconcileStatementMethod(),
        context,
        LedgerMessages.toProto(statement),
        LedgerMessages::fromProto);
  }

  @Override
  public Result<LedgerPage> listLedger(CallContext context, LedgerQuery query) {
    return calls.unary(
        PortfolioServiceGrpc.getListLedgerMethod(),
        context,
        ListLedgerRequest.newBuilder()
            .setAfterTransaction(query.afterTransaction())
            .setLimit(query.limit())
            .build(),
        LedgerMessages::fromProto);
  }

  @Override
  public Result<BooksPage> exportBooks(CallContext context, BooksQuery query) {
    return calls.unary(
        PortfolioServiceGrpc.getExportBooksMethod(),
        context,
        ExportMessages.toProto(query),
        ExportMessages::fromProto);
  }

  @Override
  public Result<PolicyVersions> listPolicies(CallContext context, PolicyQuery query) {
    return calls.unary(
        PortfolioServiceGrpc.getListPoliciesMethod(),
        context,
        ExportMessages.toProto(query),
        ExportMessages::fromProto);
  }

  @Override
  public Result<BooksVerification> verifyBooks(CallContext context) {
    return calls.unary(
        PortfolioServiceGrpc.getVerifyBooksMethod(),
        context,
        VerifyBooksRequest.getDefaultInstance(),
        LedgerMessages::fromProto);
  }

  @Override
  public Result<PolicyVersion> getPolicy(CallContext context) {
    return calls.unary(
        PortfolioServiceGrpc.getGetPolicyMethod(),
        context,
        GetPolicyRequest.getDefaultInstance(),
        message -> PolicyMessages.fromProto(message.getPolicy()));
  }

  @Override
  public Result<PolicyVersion> updatePolicy(CallContext context, UpdatePolicy command) {
    return calls.unary(
        PortfolioServiceGrpc.getUpdatePolicyMethod(),
        context,
        PortfolioMessages.toProto(command),
        message -> PolicyMessages.fromProto(message.getPolicy()));
  }
}
