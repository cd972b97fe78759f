package dev.arduinotrader.platform.resilience.model;

/**
 * What is left for retries: every failed attempt costs a token, every success gives a tenth back,
 * and no call is repeated while half of them or fewer are left. So a target that is down sees a
 * bounded number of retries, however many callers it has.
 *
 * @param thousandths of a token, 0 to {@link #FULL}
 */
public record RetryTokens(int thousandths) {
  private static final int TOKEN = 1_000;
  private static final int FULL = 100 * TOKEN;
  private static final int SUCCESS = TOKEN / 10;

  /** One hundred tokens. */
  public static RetryTokens full() {
    return new RetryTokens(FULL);
  }

  /** After an attempt that the other side failed. */
  public RetryTokens afterFailure() {
    return new RetryTokens(Math.max(0, thousandths - TOKEN));
  }

  /** After an answer. */
  public RetryTokens afterSuccess() {
    return new RetryTokens(Math.min(FULL, thousandths + SUCCESS));
  }

  /** Whether a failed call may be repeated. */
  public boolean allowRetry() {
    return thousandths > FULL / 2;
  }
}
