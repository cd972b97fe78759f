package dev.arduinotrader.testkit;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import java.time.Duration;
import java.time.Instant;

/** Call contexts for tests. */
public final class Contexts {
  public static final AccountId ACCOUNT = AccountId.of("paper-1");

  private Contexts() {}

  /**
   * A call for the account paper-1, decided at this instant, with ten minutes to answer: a test
   * class may share it, and the machine may be busy.
   */
  public static CallContext at(Instant decisionTime) {
    return new CallContext(
        ACCOUNT,
        "test",
        RequestId.of("req-test"),
        Deadline.after(Duration.ofMinutes(10)),
        decisionTime);
  }

  public static CallContext at(String decisionTime) {
    return at(Instant.parse(decisionTime));
  }

  /** As {@link #at(Instant)}, for calls that concern no account. */
  public static CallContext shared(Instant decisionTime) {
    return at(decisionTime).withAccount(AccountId.SHARED);
  }
}
