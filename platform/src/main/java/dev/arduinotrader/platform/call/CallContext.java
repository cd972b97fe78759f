package dev.arduinotrader.platform.call;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.RequestId;
import java.time.Duration;
import java.time.Instant;

/**
 * What travels with every call, local or remote.
 *
 * @param account the account that the call concerns, or {@link AccountId#SHARED}
 * @param actor who wants it: a person's name, {@code autopilot}, {@code cli}
 * @param requestId the same through all calls that one request causes
 * @param deadline when the answer is too late
 * @param decisionTime nothing that became known later may enter the answer
 */
public record CallContext(
    AccountId account, String actor, RequestId requestId, Deadline deadline, Instant decisionTime) {

  public CallContext withAccount(AccountId other) {
    return new CallContext(other, actor, requestId, deadline, decisionTime);
  }

  public CallContext withDecisionTime(Instant other) {
    return new CallContext(account, actor, requestId, deadline, other);
  }

  /** The same call, to be answered within this time and no later than before. */
  public CallContext within(Duration timeout) {
    return new CallContext(
        account, actor, requestId, deadline.earlierOf(Deadline.after(timeout)), decisionTime);
  }
}
