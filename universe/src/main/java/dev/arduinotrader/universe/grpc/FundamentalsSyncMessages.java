package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.SyncFundamentalsRequest;
import dev.arduinotrader.contracts.universe.SyncFundamentalsResponse;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.universe.FundamentalsProgress;
import dev.arduinotrader.universe.FundamentalsSyncReport;
import dev.arduinotrader.universe.SyncRequest;
import java.util.Optional;

/** The messages of syncs of dated facts, both ways. */
final class FundamentalsSyncMessages {
  private FundamentalsSyncMessages() {}

  static SyncFundamentalsRequest toProto(SyncRequest request) {
    String source = request.source();
    return SyncFundamentalsRequest.newBuilder()
        .setCommandId(request.commandId().value())
        .addAllOnlyIsins(request.only().stream().map(Isin::value).toList())
        .setSource(source == null ? "" : source)
        .build();
  }

  static SyncRequest request(SyncFundamentalsRequest message) {
    return ChangeMessages.syncRequest(
        message.getCommandId(), message.getOnlyIsinsList(), message.getSource());
  }

  static SyncFundamentalsResponse part(FundamentalsProgress progress) {
    return SyncFundamentalsResponse.newBuilder()
        .setPart(
            dev.arduinotrader.contracts.universe.FundamentalsProgress.newBuilder()
                .setSecuritiesDone(progress.securitiesDone())
                .setSecuritiesTotal(progress.securitiesTotal())
                .setSymbol(progress.symbol())
                .setValuesAdded(progress.valuesAdded())
                .setFailures(progress.failures())
                .setFailure(progress.failure()))
        .build();
  }

  static Optional<FundamentalsProgress> part(SyncFundamentalsResponse message) {
    var part = message.getPart();
    return message.hasPart()
        ? Optional.of(
            new FundamentalsProgress(
                part.getSecuritiesDone(),
                part.getSecuritiesTotal(),
                part.getSymbol(),
                part.getValuesAdded(),
                part.getFailures(),
                part.getFailure()))
        : Optional.empty();
  }

  static SyncFundamentalsResponse end(FundamentalsSyncReport report) {
    return SyncFundamentalsResponse.newBuilder()
        .setFinal(
            dev.arduinotrader.contracts.universe.FundamentalsSyncReport.newBuilder()
                .setSecurities(report.securities())
                .setValuesAdded(report.valuesAdded())
                .addAllFailures(report.failures())
                .setRemaining(report.remaining()))
        .build();
  }

  static FundamentalsSyncReport end(SyncFundamentalsResponse message) {
    var end = message.getFinal();
    return new FundamentalsSyncReport(
        end.getSecurities(), end.getValuesAdded(), end.getFailuresList(), end.getRemaining());
  }
}
