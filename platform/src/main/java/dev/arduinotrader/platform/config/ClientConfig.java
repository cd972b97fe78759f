package dev.arduinotrader.platform.config;

import dev.arduinotrader.platform.resilience.CallRules;
import dev.arduinotrader.platform.resilience.model.BreakerRules;
import dev.arduinotrader.platform.resilience.model.RetryRules;
import java.time.Duration;

/**
 * How callers treat one service.
 *
 * @param timeout the deadline of a call, unless the caller brings a shorter one
 * @param maxRetries attempts after the first, 0 to 10, for methods that are idempotent
 * @param retryBackoff the wait before the first retry
 * @param keepaliveInterval between pings on an idle connection; servers permit 10 s or more
 * @param keepaliveTimeout how long the answer to a ping may take
 * @param breaker when calls are refused because the service fails
 * @param concurrentCallsMax calls of one process that may wait for the service at the same time
 */
public record ClientConfig(
    Duration timeout,
    int maxRetries,
    Duration retryBackoff,
    Duration keepaliveInterval,
    Duration keepaliveTimeout,
    BreakerRules breaker,
    int concurrentCallsMax) {

  /** The usual breaker and number of calls at the same time. */
  public ClientConfig(
      Duration timeout,
      int maxRetries,
      Duration retryBackoff,
      Duration keepaliveInterval,
      Duration keepaliveTimeout) {
    this(
        timeout,
        maxRetries,
        retryBackoff,
        keepaliveInterval,
        keepaliveTimeout,
        BreakerRules.DEFAULT,
        CallRules.CONCURRENT_CALLS_MAX_DEFAULT);
  }

  /** What guards the calls. */
  public CallRules rules() {
    return new CallRules(new RetryRules(maxRetries, retryBackoff), breaker, concurrentCallsMax);
  }

  /** What holds for a service whose configuration says nothing. */
  public static ClientConfig defaultsFor(ServiceName service) {
    return new ClientConfig(
        Duration.ofSeconds(timeoutSeconds(service)),
        maxRetries(service),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10));
  }

  private static int timeoutSeconds(ServiceName service) {
    return switch (service) {
      case PLANNING -> 300;
      case OPTIMIZATION, UNIVERSE -> 120;
      case SCORING, TRADING -> 60;
      case PORTFOLIO, GATEWAY -> 30;
    };
  }

  private static int maxRetries(ServiceName service) {
    return switch (service) {
      case OPTIMIZATION -> 2;
      case PLANNING, SCORING, TRADING, UNIVERSE, GATEWAY -> 3;
      case PORTFOLIO -> 5;
    };
  }
}
