package dev.arduinotrader.trading.grpc;

import static java.util.Objects.requireNonNull;

import dev.arduinotrader.contracts.trading.CancelTradeRequest;
import dev.arduinotrader.contracts.trading.Finding;
import dev.arduinotrader.contracts.trading.GetBrokerStatusResponse;
import dev.arduinotrader.contracts.trading.GetTradeHistoryResponse;
import dev.arduinotrader.contracts.trading.PaperCashFlowRequest;
import dev.arduinotrader.contracts.trading.ReconcileResponse;
import dev.arduinotrader.contracts.trading.SetModeRequest;
import dev.arduinotrader.contracts.trading.ValidateTradeResponse;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.trading.BrokerStatus;
import dev.arduinotrader.trading.CancelCommand;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.PaperCashFlow;
import dev.arduinotrader.trading.ReconcileReport;
import dev.arduinotrader.trading.SetMode;
import dev.arduinotrader.trading.TradePage;
import dev.arduinotrader.trading.TradeValidation;
import dev.arduinotrader.trading.TradingMode;
import java.time.Instant;

/** Trading's other requests and answers on the wire, both ways. */
public final class TradingMessages {
  private TradingMessages() {}

  static ValidateTradeResponse toProto(TradeValidation validation) {
    ValidateTradeResponse.Builder message = ValidateTradeResponse.newBuilder();
    for (TradeValidation.Finding finding : validation.findings()) {
      message.addFindings(
          Finding.newBuilder().setCode(finding.code()).setMessage(finding.message()));
    }
    Money cash = validation.estimatedCash();
    if (cash != null) {
      message.setEstimatedCash(CommonMessages.toProto(cash));
    }
    return message.build();
  }

  static TradeValidation fromProto(ValidateTradeResponse message) {
    return new TradeValidation(
        message.getFindingsList().stream()
            .map(finding -> new TradeValidation.Finding(finding.getCode(), finding.getMessage()))
            .toList(),
        message.hasEstimatedCash() ? CommonMessages.money(message.getEstimatedCash()) : null);
  }

  static GetTradeHistoryResponse toProto(TradePage page) {
    return GetTradeHistoryResponse.newBuilder()
        .addAllTrades(page.trades().stream().map(TradeMessages::toProto).toList())
        .build();
  }

  static TradePage fromProto(GetTradeHistoryResponse message) {
    return new TradePage(message.getTradesList().stream().map(TradeMessages::fromProto).toList());
  }

  static CancelCommand fromProto(CancelTradeRequest message) {
    FieldReader fields = new FieldReader();
    CommandId id = fields.command("command_id", message.getCommandId());
    String tradeId = fields.text("trade_id", message.getTradeId());
    return fields.build(() -> new CancelCommand(requireNonNull(id), tradeId));
  }

  static ReconcileResponse toProto(ReconcileReport report) {
    return ReconcileResponse.newBuilder()
        .setOrdersChecked(report.ordersChecked())
        .setExecutionsAdded(report.executionsAdded())
        .setBookedSequence(report.bookedSequence())
        .addAllDifferences(report.differences())
        .addAllRepairs(report.repairs())
        .build();
  }

  static ReconcileReport fromProto(ReconcileResponse message) {
    return new ReconcileReport(
        message.getOrdersChecked(),
        message.getExecutionsAdded(),
        message.getBookedSequence(),
        message.getDifferencesList(),
        message.getRepairsList());
  }

  public static dev.arduinotrader.contracts.trading.TradingMode toProto(TradingMode mode) {
    dev.arduinotrader.contracts.trading.TradingMode.Builder message =
        dev.arduinotrader.contracts.trading.TradingMode.newBuilder()
            .setMode(EnumMessages.toProto(mode.mode()))
            .setHalted(mode.halted())
            .setHaltReason(mode.haltReason())
            .setReduceReason(mode.reduceReason())
            .setEpoch(mode.epoch());
    Instant haltedAt = mode.haltedAt();
    if (haltedAt != null) {
      message.setHaltedAt(CommonMessages.toProto(haltedAt));
    }
    return message.build();
  }

  public static TradingMode fromProto(dev.arduinotrader.contracts.trading.TradingMode message) {
    return new TradingMode(
        EnumMessages.fromProto(message.getMode()),
        message.getHalted(),
        message.getHaltReason(),
        message.hasHaltedAt() ? CommonMessages.instant(message.getHaltedAt()) : null,
        message.getEpoch(),
        message.getReduceReason());
  }

  static SetMode fromProto(SetModeRequest message) {
    FieldReader fields = new FieldReader();
    CommandId id = fields.command("command_id", message.getCommandId());
    Mode mode = fields.read("mode", () -> EnumMessages.fromProto(message.getMode()));
    return fields.build(
        () ->
            new SetMode(
                requireNonNull(id),
                requireNonNull(mode),
                message.getReason(),
                message.getConfirmation()));
  }

  /** The wish to halt or to resume. */
  static HaltCommand halt(String commandId, String reason) {
    FieldReader fields = new FieldReader();
    CommandId id = fields.command("command_id", commandId);
    return fields.build(() -> new HaltCommand(requireNonNull(id), reason));
  }

  static GetBrokerStatusResponse toProto(BrokerStatus status) {
    GetBrokerStatusResponse.Builder message =
        GetBrokerStatusResponse.newBuilder()
            .setName(status.name())
            .setConnected(status.connected())
            .setDetail(status.detail());
    Instant lastAnswerAt = status.lastAnswerAt();
    if (lastAnswerAt != null) {
      message.setLastAnswerAt(CommonMessages.toProto(lastAnswerAt));
    }
    return message.build();
  }

  static BrokerStatus fromProto(GetBrokerStatusResponse message) {
    return new BrokerStatus(
        message.getName(),
        message.getConnected(),
        message.getDetail(),
        message.hasLastAnswerAt() ? CommonMessages.instant(message.getLastAnswerAt()) : null);
  }

  static PaperCashFlow fromProto(PaperCashFlowRequest message) {
    FieldReader fields = new FieldReader();
    CommandId id = fields.command("command_id", message.getCommandId());
    Money amount = fields.money("amount", message.getAmount());
    return fields.build(() -> new PaperCashFlow(requireNonNull(id), requireNonNull(amount)));
  }
}
