package dev.arduinotrader.platform.resilience;

import dev.arduinotrader.platform.resilience.model.RetryTokens;

/** The retry tokens of one target, for all threads of this process. */
final class RetryThrottle {
  private RetryTokens tokens = RetryTokens.full();

  synchronized void failed() {
    tokens = tokens.afterFailure();
  }

  synchronized void succeeded() {
    tokens = tokens.afterSuccess();
  }

  synchronized boolean allowsRetry() {
    return tokens.allowRetry();
  }

  synchronized void refill() {
    tokens = RetryTokens.full();
  }
}
