package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.AlertSeverity;
import dev.arduinotrader.contracts.portfolio.AllocationKind;
import dev.arduinotrader.contracts.portfolio.AllocationShare;
import dev.arduinotrader.contracts.portfolio.AllocationStatus;
import dev.arduinotrader.contracts.portfolio.ConcentrationAlert;
import dev.arduinotrader.contracts.portfolio.GetAllocationRequest;
import dev.arduinotrader.contracts.portfolio.GetAllocationResponse;
import dev.arduinotrader.contracts.portfolio.TargetWeight;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.portfolio.Allocation;
import dev.arduinotrader.portfolio.AllocationQuery;

/** Allocation on the wire, both ways. */
final class AllocationMessages {
  private static final String KIND = "ALLOCATION_KIND_";
  private static final String STATUS = "ALLOCATION_STATUS_";
  private static final String SEVERITY = "ALERT_SEVERITY_";

  private AllocationMessages() {}

  static GetAllocationRequest toProto(AllocationQuery query) {
    return GetAllocationRequest.newBuilder()
        .addAllTargets(
            query.targets().stream()
                .map(
                    target ->
                        TargetWeight.newBuilder()
                            .setIsin(target.isin().value())
                            .setWeight(target.weight())
                            .build())
                .toList())
        .build();
  }

  static AllocationQuery fromProto(GetAllocationRequest message) {
    return new AllocationQuery(
        WireValues.each(
            "targets",
            message.getTargetsList(),
            target ->
                new AllocationQuery.TargetWeight(Isin.of(target.getIsin()), target.getWeight())));
  }

  static GetAllocationResponse toProto(Allocation allocation) {
    GetAllocationResponse.Builder message =
        GetAllocationResponse.newBuilder()
            .addAllShares(allocation.shares().stream().map(AllocationMessages::toProto).toList())
            .addAllAlerts(allocation.alerts().stream().map(AllocationMessages::toProto).toList())
            .addAllUnknown(allocation.unknown());
    Money total = allocation.total();
    if (total != null) {
      message.setTotal(CommonMessages.toProto(total));
    }
    Money cash = allocation.cash();
    if (cash != null) {
      message.setCash(CommonMessages.toProto(cash));
    }
    return message.build();
  }

  static Allocation fromProto(GetAllocationResponse message) {
    return new Allocation(
        WireValues.optionalMoney("total", message.hasTotal(), message.getTotal()),
        WireValues.optionalMoney("cash", message.hasCash(), message.getCash()),
        WireValues.each("shares", message.getSharesList(), AllocationMessages::fromProto),
        WireValues.each("alerts", message.getAlertsList(), AllocationMessages::fromProto),
        message.getUnknownList());
  }

  private static AllocationShare toProto(Allocation.Share share) {
    AllocationShare.Builder message =
        AllocationShare.newBuilder()
            .setKind(AllocationKind.valueOf(KIND + share.kind().name()))
            .setName(share.name())
            .setStatus(AllocationStatus.valueOf(STATUS + share.status().name()));
    Money value = share.value();
    if (value != null) {
      message.setValue(CommonMessages.toProto(value));
    }
    Double current = share.current();
    if (current != null) {
      message.setCurrent(current);
    }
    Double target = share.target();
    if (target != null) {
      message.setTarget(target);
    }
    return message.build();
  }

  private static Allocation.Share fromProto(AllocationShare message) {
    return new Allocation.Share(
        kind(message.getKind()),
        message.getName(),
        WireValues.optionalMoney("value", message.hasValue(), message.getValue()),
        message.hasCurrent() ? message.getCurrent() : null,
        message.hasTarget() ? message.getTarget() : null,
        WireValues.named(Allocation.Status.class, STATUS, message.getStatus()));
  }

  private static Allocation.Kind kind(AllocationKind message) {
    return WireValues.named(Allocation.Kind.class, KIND, message);
  }

  private static ConcentrationAlert toProto(Allocation.Alert alert) {
    return ConcentrationAlert.newBuilder()
        .setKind(AllocationKind.valueOf(KIND + alert.kind().name()))
        .setName(alert.name())
        .setCurrent(alert.current())
        .setLimit(alert.limit())
        .setThreshold(alert.threshold())
        .setSeverity(AlertSeverity.valueOf(SEVERITY + alert.severity().name()))
        .build();
  }

  private static Allocation.Alert fromProto(ConcentrationAlert message) {
    return new Allocation.Alert(
        kind(message.getKind()),
        message.getName(),
        message.getCurrent(),
        message.getLimit(),
        message.getThreshold(),
        WireValues.named(Allocation.Severity.class, SEVERITY, message.getSeverity()));
  }
}
