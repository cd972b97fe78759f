package dev.arduinotrader.gateway.grpc;

import dev.arduinotrader.contracts.gateway.GetSystemStatusResponse;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.trading.grpc.TradingMessages;

/** Status, both ways. */
final class StatusMessages {
  private StatusMessages() {}

  static GetSystemStatusResponse toProto(SystemStatus status) {
    GetSystemStatusResponse.Builder message =
        GetSystemStatusResponse.newBuilder()
            .setHealthy(status.healthy())
            .setVersion(status.version())
            .setDeviceId(status.deviceId())
            .setDeploymentMode(status.deploymentMode())
            .setNow(CommonMessages.toProto(status.now()))
            .setClockBase(status.clockBase())
            .setSimulated(status.simulated())
            .setAccountId(status.account());
    if (status.mode() != null) {
      message.setMode(TradingMessages.toProto(status.mode()));
    }
    if (status.lastCycle() != null) {
      message.setLastCycle(toProto(status.lastCycle()));
    }
    if (status.nextCycleAt() != null) {
      message.setNextCycleAt(CommonMessages.toProto(status.nextCycleAt()));
    }
    status.services().forEach(service -> message.addServices(toProto(service)));
    return message.build();
  }

  static SystemStatus fromProto(GetSystemStatusResponse message) {
    return new SystemStatus(
        message.getHealthy(),
        message.getVersion(),
        message.getDeviceId(),
        message.getDeploymentMode(),
        CommonMessages.instant(message.getNow()),
        message.getClockBase(),
        message.getSimulated(),
        message.getAccountId(),
        message.hasMode() ? TradingMessages.fromProto(message.getMode()) : null,
        message.hasLastCycle() ? fromProto(message.getLastCycle()) : null,
        message.hasNextCycleAt() ? CommonMessages.instant(message.getNextCycleAt()) : null,
        message.getServicesList().stream().map(StatusMessages::fromProto).toList());
  }

  private static dev.arduinotrader.contracts.gateway.LastCycle toProto(
      SystemStatus.LastCycle cycle) {
    return dev.arduinotrader.contracts.gateway.LastCycle.newBuilder()
        .setCycleId(cycle.cycleId())
        .setFinishedAt(CommonMessages.toProto(cycle.finishedAt()))
        .setOutcome(cycle.outcome())
        .setMessage(cycle.message())
        .build();
  }

  private static SystemStatus.LastCycle fromProto(
      dev.arduinotrader.contracts.gateway.LastCycle message) {
    return new SystemStatus.LastCycle(
        message.getCycleId(),
        CommonMessages.instant(message.getFinishedAt()),
        message.getOutcome(),
        message.getMessage());
  }

  static dev.arduinotrader.contracts.gateway.ServiceStatus toProto(
      SystemStatus.ServiceStatus service) {
    return dev.arduinotrader.contracts.gateway.ServiceStatus.newBuilder()
        .setName(service.name())
        .setDisplayName(service.displayName())
        .setPlacement(service.placement())
        .setDeviceId(service.deviceId())
        .setPort(service.port())
        .setState(service.state())
        .setVersion(service.version())
        .setSince(CommonMessages.toProto(service.since()))
        .setReason(service.reason())
        .build();
  }

  private static SystemStatus.ServiceStatus fromProto(
      dev.arduinotrader.contracts.gateway.ServiceStatus message) {
    return new SystemStatus.ServiceStatus(
        message.getName(),
        message.getDisplayName(),
        message.getPlacement(),
        message.getDeviceId(),
        message.getPort(),
        message.getState(),
        message.getVersion(),
        CommonMessages.instant(message.getSince()),
        message.getReason());
  }
}
