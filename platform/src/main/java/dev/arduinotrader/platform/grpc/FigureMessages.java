package dev.arduinotrader.platform.grpc;

import dev.arduinotrader.contracts.common.CircuitBreaker;
import dev.arduinotrader.contracts.common.CircuitBreakerState;
import dev.arduinotrader.contracts.common.GetProcessMetricsResponse;
import dev.arduinotrader.contracts.common.MethodCalls;
import dev.arduinotrader.contracts.common.RecentMethodCalls;
import dev.arduinotrader.platform.figures.ProcessFigures;
import dev.arduinotrader.platform.figures.SeenCalls;
import dev.arduinotrader.platform.metrics.CallCounts;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.metrics.MethodFigures;
import dev.arduinotrader.platform.metrics.model.CallWindow;
import dev.arduinotrader.platform.metrics.model.LatencyHistogram;
import dev.arduinotrader.platform.resilience.BreakerView;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a process tells of its calls, both ways. */
final class FigureMessages {
  private FigureMessages() {}

  static GetProcessMetricsResponse toProto(ProcessFigures figures) {
    return GetProcessMetricsResponse.newBuilder()
        .setInstanceId(figures.instanceId())
        .setDeviceId(figures.deviceId())
        .addAllHosted(figures.hosted())
        .addAllCalls(figures.calls().stream().map(FigureMessages::toProto).toList())
        .addAllCircuitBreakers(figures.breakers().stream().map(FigureMessages::toProto).toList())
        .build();
  }

  /** Throws {@link IllegalArgumentException} saying what is wrong with the message. */
  static ProcessFigures fromProto(GetProcessMetricsResponse message) {
    return new ProcessFigures(
        message.getInstanceId(),
        message.getDeviceId(),
        message.getHostedList(),
        message.getCallsList().stream().map(FigureMessages::fromProto).toList(),
        message.getCircuitBreakersList().stream().map(FigureMessages::fromProto).toList());
  }

  private static MethodCalls toProto(SeenCalls seen) {
    CallCounts lifetime = seen.figures().lifetime();
    return MethodCalls.newBuilder()
        .setService(seen.service())
        .setMethod(seen.method())
        .setSide(dev.arduinotrader.contracts.common.CallSide.valueOf("CALL_SIDE_" + seen.side()))
        .setTotalCalls(lifetime.totalCalls())
        .setFailedCalls(lifetime.failedCalls())
        .setLatencyNanosSum(lifetime.latencyNanosSum())
        .setLatencyNanosMin(lifetime.latencyNanosMin())
        .setLatencyNanosMax(lifetime.latencyNanosMax())
        .setRecent(toProto(seen.figures().recent()))
        .build();
  }

  private static SeenCalls fromProto(MethodCalls message) {
    return new SeenCalls(
        message.getService(),
        message.getMethod(),
        side(message.getSide()),
        new MethodFigures(
            new CallCounts(
                message.getTotalCalls(),
                message.getFailedCalls(),
                message.getLatencyNanosSum(),
                message.getLatencyNanosMin(),
                message.getLatencyNanosMax()),
            window(message.getRecent())));
  }

  private static CallSide side(dev.arduinotrader.contracts.common.CallSide side) {
    return switch (side) {
      case CALL_SIDE_CLIENT -> CallSide.CLIENT;
      case CALL_SIDE_SERVER -> CallSide.SERVER;
      case CALL_SIDE_LOCAL -> CallSide.LOCAL;
      case CALL_SIDE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected the side of a call, found " + side);
    };
  }

  private static RecentMethodCalls toProto(CallWindow window) {
    SortedMap<Integer, Long> counts = window.latencies().countsByBucket();
    return RecentMethodCalls.newBuilder()
        .setFailedCalls(window.failedCalls())
        .setLatencyNanosSum(window.latencyNanosSum())
        .addAllLatencyBuckets(counts.keySet())
        .addAllLatencyCounts(counts.values())
        .build();
  }

  private static CallWindow window(RecentMethodCalls message) {
    if (message.getLatencyBucketsCount() != message.getLatencyCountsCount()) {
      throw new IllegalArgumentException(
          "expected a count for each of %d buckets, found %d"
              .formatted(message.getLatencyBucketsCount(), message.getLatencyCountsCount()));
    }
    SortedMap<Integer, Long> counts = new TreeMap<>();
    for (int i = 0; i < message.getLatencyBucketsCount(); i++) {
      counts.put(message.getLatencyBuckets(i), message.getLatencyCounts(i));
    }
    return new CallWindow(
        message.getFailedCalls(), message.getLatencyNanosSum(), LatencyHistogram.of(counts));
  }

  private static CircuitBreaker toProto(BreakerView view) {
    return CircuitBreaker.newBuilder()
        .setService(view.service())
        .setState(CircuitBreakerState.valueOf("CIRCUIT_BREAKER_STATE_" + view.state()))
        .setFailuresInRow(view.failuresInRow())
        .setStateAgeMillis(view.stateAge().toMillis())
        .setNextTryInMillis(view.nextTryIn().toMillis())
        .setTimesOpened(view.timesOpened())
        .setRefusedCalls(view.refusedCalls())
        .build();
  }

  private static BreakerView fromProto(CircuitBreaker message) {
    return new BreakerView(
        message.getService(),
        state(message.getState()),
        message.getFailuresInRow(),
        Duration.ofMillis(message.getStateAgeMillis()),
        Duration.ofMillis(message.getNextTryInMillis()),
        message.getTimesOpened(),
        message.getRefusedCalls());
  }

  private static BreakerView.Kind state(CircuitBreakerState state) {
    return switch (state) {
      case CIRCUIT_BREAKER_STATE_CLOSED -> BreakerView.Kind.CLOSED;
      case CIRCUIT_BREAKER_STATE_OPEN -> BreakerView.Kind.OPEN;
      case CIRCUIT_BREAKER_STATE_HALF_OPEN -> BreakerView.Kind.HALF_OPEN;
      case CIRCUIT_BREAKER_STATE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected a breaker's state, found " + state);
    };
  }
}
