package dev.arduinotrader.trading.grpc;

import dev.arduinotrader.contracts.trading.BatchExecuteTradesRequest;
import dev.arduinotrader.contracts.trading.BatchExecuteTradesResponse;
import dev.arduinotrader.contracts.trading.BatchOutcome;
import dev.arduinotrader.contracts.trading.FlattenResponse;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.trading.BatchResult;
import dev.arduinotrader.trading.BatchResult.Outcome;
import dev.arduinotrader.trading.Flattened;
import dev.arduinotrader.trading.TradeBatch;
import dev.arduinotrader.trading.TradeValidation.Finding;

/** Calls that make several trades on the wire, both ways. */
final class BatchMessages {
  private BatchMessages() {}

  static BatchExecuteTradesRequest toProto(TradeBatch batch) {
    return BatchExecuteTradesRequest.newBuilder()
        .addAllTrades(batch.commands().stream().map(TradeMessages::toProto).toList())
        .setStopOnError(batch.stopOnError())
        .build();
  }

  static TradeBatch fromProto(BatchExecuteTradesRequest message) {
    return new TradeBatch(
        message.getTradesList().stream().map(TradeMessages::fromProto).toList(),
        message.getStopOnError());
  }

  static BatchExecuteTradesResponse toProto(BatchResult result) {
    return BatchExecuteTradesResponse.newBuilder()
        .addAllOutcomes(result.outcomes().stream().map(BatchMessages::toProto).toList())
        .build();
  }

  private static BatchOutcome toProto(Outcome outcome) {
    BatchOutcome.Builder message =
        BatchOutcome.newBuilder().setCommandId(outcome.commandId().value());
    switch (outcome) {
      case Outcome.Traded(var trade) -> message.setTrade(TradeMessages.toProto(trade));
      case Outcome.Refused(CommandId id, Finding refusal) ->
          message.setRefusal(
              dev.arduinotrader.contracts.trading.Finding.newBuilder()
                  .setCode(refusal.code())
                  .setMessage(refusal.message()));
      case Outcome.NotTried(CommandId id) -> {}
    }
    return message.build();
  }

  static BatchResult fromProto(BatchExecuteTradesResponse message) {
    return new BatchResult(
        message.getOutcomesList().stream().map(BatchMessages::fromProto).toList());
  }

  private static Outcome fromProto(BatchOutcome message) {
    if (message.hasTrade()) {
      return new Outcome.Traded(TradeMessages.fromProto(message.getTrade()));
    }
    CommandId id = CommandId.of(message.getCommandId());
    return message.hasRefusal()
        ? new Outcome.Refused(
            id, new Finding(message.getRefusal().getCode(), message.getRefusal().getMessage()))
        : new Outcome.NotTried(id);
  }

  static FlattenResponse toProto(Flattened flattened) {
    return FlattenResponse.newBuilder()
        .setMode(TradingMessages.toProto(flattened.mode()))
        .addAllCancelled(flattened.cancelled().stream().map(TradeMessages::toProto).toList())
        .addAllSales(flattened.sales().stream().map(TradeMessages::toProto).toList())
        .addAllLeftovers(flattened.leftovers())
        .build();
  }

  static Flattened fromProto(FlattenResponse message) {
    return new Flattened(
        TradingMessages.fromProto(message.getMode()),
        message.getCancelledList().stream().map(TradeMessages::fromProto).toList(),
        message.getSalesList().stream().map(TradeMessages::fromProto).toList(),
        message.getLeftoversList());
  }
}
