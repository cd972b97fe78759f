package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.BookExecutionsRequest;
import dev.arduinotrader.contracts.portfolio.CashFlow;
import dev.arduinotrader.contracts.portfolio.Exchange;
import dev.arduinotrader.contracts.portfolio.Execution;
import dev.arduinotrader.contracts.portfolio.RecordMovementsRequest;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.portfolio.Booking;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.RecordMovements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The broker's facts on the wire, both ways. */
public final class MovementMessages {
  private MovementMessages() {}

  static BookExecutionsRequest toProto(Booking booking) {
    List<BrokerMovement> movements = booking.movements();
    String range =
        movements.isEmpty()
            ? "nothing"
            : movements.getFirst().sequence() + "-" + movements.getLast().sequence();
    return BookExecutionsRequest.newBuilder()
        .setCommandId("book-" + booking.tradingEpoch() + "-" + range)
        .setTradingEpoch(booking.tradingEpoch())
        .addAllMovements(movements.stream().map(MovementMessages::toProto).toList())
        .build();
  }

  static Booking fromProto(BookExecutionsRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    List<BrokerMovement> movements = movements(fields, message.getMovementsList());
    return fields.build(() -> new Booking(message.getTradingEpoch(), movements));
  }

  static RecordMovementsRequest toProto(RecordMovements command) {
    return RecordMovementsRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setDryRun(command.dryRun())
        .addAllMovements(command.movements().stream().map(MovementMessages::toProto).toList())
        .build();
  }

  static RecordMovements fromProto(RecordMovementsRequest message) {
    FieldReader fields = new FieldReader();
    CommandId commandId = fields.command("command_id", message.getCommandId());
    List<BrokerMovement> movements = movements(fields, message.getMovementsList());
    return fields.build(
        () ->
            new RecordMovements(Objects.requireNonNull(commandId), movements, message.getDryRun()));
  }

  private static List<BrokerMovement> movements(
      FieldReader fields, List<dev.arduinotrader.contracts.portfolio.BrokerMovement> messages) {
    List<BrokerMovement> movements = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      dev.arduinotrader.contracts.portfolio.BrokerMovement movement = messages.get(i);
      BrokerMovement read = fields.read("movements[" + i + "]", () -> fromProto(movement));
      if (read != null) {
        movements.add(read);
      }
    }
    return movements;
  }

  public static dev.arduinotrader.contracts.portfolio.BrokerMovement toProto(
      BrokerMovement movement) {
    dev.arduinotrader.contracts.portfolio.BrokerMovement.Builder message =
        dev.arduinotrader.contracts.portfolio.BrokerMovement.newBuilder()
            .setSequence(movement.sequence())
            .setSourceId(movement.sourceId())
            .setAt(CommonMessages.toProto(movement.at()));
    switch (movement) {
      case BrokerMovement.Execution execution -> message.setExecution(fact(execution));
      case BrokerMovement.Exchange exchange -> message.setExchange(fact(exchange));
      case BrokerMovement.CashFlow flow -> message.setCashFlow(fact(flow));
      case LedgerEntry entry -> EntryMessages.set(message, entry);
    }
    return message.build();
  }

  private static Execution fact(BrokerMovement.Execution execution) {
    return Execution.newBuilder()
        .setClientOrderId(execution.clientOrderId().value())
        .setIsin(execution.isin().value())
        .setSide(CommonMessages.toProto(execution.side()))
        .setQuantity(execution.quantity().toString())
        .setPrice(CommonMessages.toProto(execution.price()))
        .setGross(CommonMessages.toProto(execution.gross()))
        .setCommission(CommonMessages.toProto(execution.commission()))
        .build();
  }

  private static Exchange fact(BrokerMovement.Exchange exchange) {
    return Exchange.newBuilder()
        .setClientOrderId(exchange.clientOrderId().value())
        .setSold(CommonMessages.toProto(exchange.sold()))
        .setBought(CommonMessages.toProto(exchange.bought()))
        .setCommission(CommonMessages.toProto(exchange.commission()))
        .build();
  }

  private static CashFlow fact(BrokerMovement.CashFlow flow) {
    return CashFlow.newBuilder()
        .setKind(
            dev.arduinotrader.contracts.portfolio.CashFlowKind.valueOf(
                "CASH_FLOW_KIND_" + flow.kind().name()))
        .setAmount(CommonMessages.toProto(flow.amount()))
        .setNote(flow.note())
        .build();
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static BrokerMovement fromProto(
      dev.arduinotrader.contracts.portfolio.BrokerMovement message) {
    long sequence = message.getSequence();
    String sourceId = message.getSourceId();
    Instant at = WireValues.instant("at", message.hasAt(), message.getAt());
    return switch (message.getFactCase()) {
      case EXECUTION -> execution(sequence, sourceId, at, message.getExecution());
      case EXCHANGE -> exchange(sequence, sourceId, at, message.getExchange());
      case CASH_FLOW -> cashFlow(sequence, sourceId, at, message.getCashFlow());
      case DIVIDEND,
          CORPORATE_ACTION,
          OPENING_POSITION,
          REVERSAL,
          CASH_ADJUSTMENT,
          UNITS_ADJUSTMENT ->
          EntryMessages.fromProto(sequence, sourceId, at, message);
      case FACT_NOT_SET ->
          throw new IllegalArgumentException(
              "expected an execution, an exchange, a cash flow or another entry, found none");
    };
  }

  private static BrokerMovement execution(
      long sequence, String sourceId, Instant at, Execution message) {
    return new BrokerMovement.Execution(
        sequence,
        sourceId,
        at,
        ClientOrderId.of(message.getClientOrderId()),
        Isin.of(message.getIsin()),
        CommonMessages.side(message.getSide()),
        Quantity.of(message.getQuantity()),
        CommonMessages.price(message.getPrice()),
        WireValues.money("gross", message.getGross()),
        WireValues.money("commission", message.getCommission()));
  }

  private static BrokerMovement exchange(
      long sequence, String sourceId, Instant at, Exchange message) {
    return new BrokerMovement.Exchange(
        sequence,
        sourceId,
        at,
        ClientOrderId.of(message.getClientOrderId()),
        WireValues.money("sold", message.getSold()),
        WireValues.money("bought", message.getBought()),
        WireValues.money("commission", message.getCommission()));
  }

  private static BrokerMovement cashFlow(
      long sequence, String sourceId, Instant at, CashFlow message) {
    return new BrokerMovement.CashFlow(
        sequence,
        sourceId,
        at,
        kind(message.getKind()),
        WireValues.money("amount", message.getAmount()),
        message.getNote());
  }

  private static CashFlowKind kind(dev.arduinotrader.contracts.portfolio.CashFlowKind kind) {
    return switch (kind) {
      case CASH_FLOW_KIND_DEPOSIT -> CashFlowKind.DEPOSIT;
      case CASH_FLOW_KIND_WITHDRAWAL -> CashFlowKind.WITHDRAWAL;
      case CASH_FLOW_KIND_DIVIDEND -> CashFlowKind.DIVIDEND;
      case CASH_FLOW_KIND_INTEREST -> CashFlowKind.INTEREST;
      case CASH_FLOW_KIND_FEE -> CashFlowKind.FEE;
      case CASH_FLOW_KIND_TAX -> CashFlowKind.TAX;
      case CASH_FLOW_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("kind: expected a kind of cash flow, found " + kind);
    };
  }
}
