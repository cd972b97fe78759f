package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers how the broker answered last, per account, and says so when that changes. */
final class BrokerWatch {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

  private static final Duration SILENCE_MAX = Duration.ofMinutes(10);

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

  /** A broker that has answered nobody for ten minutes is an illness; one not asked is none. */
  ServiceHealth.Check finding(Instant now) {
    List<String> silent = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    new TreeMap<>(last)
        .forEach(
            (account, status) -> {
              String text = "%s for %s %s".formatted(status.name(), account, age(status, now));
              seen.add(text);
              if (!status.connected() && isSilent(status, now)) {
                silent.add(text + ", expected at most " + SILENCE_MAX.toMinutes() + " min");
              }
            });
    List<String> told = silent.isEmpty() ? seen : silent;
    return new ServiceHealth.Check(
        "broker", silent.isEmpty(), told.isEmpty() ? "not asked yet" : String.join("; ", told));
  }

  private static boolean isSilent(BrokerStatus status, Instant now) {
    Instant at = status.lastAnswerAt();
    return at == null || at.plus(SILENCE_MAX).isBefore(now);
  }

  private static String age(BrokerStatus status, Instant now) {
    Instant at = status.lastAnswerAt();
    String answered =
        at == null
            ? "has not answered since this process began"
            : "answered " + Duration.between(at, now).toSeconds() + " s ago";
    return status.connected() ? answered : answered + " and not the last time";
  }

  BrokerStatus status(AccountId account) {
    return last.getOrDefault(
        account, new BrokerStatus(names.apply(account), false, "not asked yet", null));
  }
}
