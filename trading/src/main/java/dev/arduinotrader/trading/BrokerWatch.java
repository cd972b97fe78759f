package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers how the broker answered last, per account, and says so when that changes. */
final class BrokerWatch {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

  private final Function<AccountId, String> names;
  private final ConcurrentHashMap<AccountId, BrokerStatus> last = new ConcurrentHashMap<>();

  BrokerWatch(Function<AccountId, String> names) {
    this.names = names;
  }

  void answered(AccountId account, Instant at) {
    BrokerStatus before =
        last.put(account, new BrokerStatus(names.apply(account), true, "answers", at));
    if (before != null && !before.connected()) {
      LOG.info("account {}: broker {} answers again", account, names.apply(account));
    }
  }

  void failed(AccountId account, Problem problem) {
    BrokerStatus before = last.get(account);
    @Nullable Instant answeredAt = before == null ? null : before.lastAnswerAt();
    last.put(
        account, new BrokerStatus(names.apply(account), false, problem.toString(), answeredAt));
    if (before == null || before.connected()) {
      LOG.warn("account {}: broker {} does not answer: {}", account, names.apply(account), problem);
    }
  }

  BrokerStatus status(AccountId account) {
    return last.getOrDefault(
        account, new BrokerStatus(names.apply(account), false, "not asked yet", null));
  }
}
