package dev.arduinotrader.planning;

import dev.arduinotrader.kernel.id.AccountId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest plans, in memory and safe to lose; the gateway's archive keeps them for good. */
final class PlanCache {
  /** A plan is some tens of kilobytes, more with many rejected candidates. */
  static final int PLANS_MAX = 64;

  private record Key(AccountId account, String planHash) {}

  private final Map<Key, Plan> plans = new LinkedHashMap<>();

  synchronized void put(AccountId account, Plan plan) {
    Key key = new Key(account, plan.planHash());
    plans.remove(key);
    plans.put(key, plan);
    if (plans.size() > PLANS_MAX) {
      plans.remove(plans.keySet().iterator().next());
    }
  }

  /** The newest plan of the account, or of any when it is shared, that is wanted. */
  Optional<Plan> newest(AccountId account, Predicate<Plan> wanted) {
    return newestFirst(account).stream().filter(wanted).findFirst();
  }

  /** All plans of the account, or of all when it is shared. */
  synchronized List<Plan> newestFirst(AccountId account) {
    List<Plan> found = new ArrayList<>();
    plans.forEach(
        (key, plan) -> {
          if (account.equals(AccountId.SHARED) || account.equals(key.account())) {
            found.addFirst(plan);
          }
        });
    return found;
  }

  synchronized int size() {
    return plans.size();
  }
}
