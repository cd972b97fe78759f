package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers how the broker answered last, per account, and says so when that changes. */
final class BrokerWatch {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

  private final String broker;
  private final ConcurrentHashMap<AccountId, BrokerStatus> last = new ConcurrentHashMap<>();

  BrokerWatch(String broker) {
    this.broker = broker;
  }

  void answered(AccountId account, Instant at) {
    BrokerStatus before = last.put(account, new BrokerStatus(broker, true, "answers", at));
    if (before != null && !before.connected()) {
      LOG.info("account {}: broker {} answers again", account, broker);
    }
  }

  void failed(AccountId account, Problem problem) {
    BrokerStatus before = last.get(account);
    @Nullable Instant answeredAt = before == null ? null : before.lastAnswerAt();
    last.put(account, new BrokerStatus(broker, false, problem.toString(), answeredAt));
    if (before == null || before.connected()) {
      LOG.warn("account {}: broker {} does not answer: {}", account, broker, problem);
    }
  }

  BrokerStatus status(AccountId account) {
    return last.getOrDefault(account, new BrokerStatus(broker, false, "not asked yet", null));
  }
}
