package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.Accounts;
import dev.arduinotrader.portfolio.Environment;
import java.util.ArrayList;
import java.util.List;

/** What must be true before orders go to a real broker. */
final class LivePreflight {
  private LivePreflight() {}

  /** One sentence for everything that is not; empty when live may begin. */
  static List<String> missing(
      AccountId id,
      Accounts accounts,
      TradingMode mode,
      ReconcileReport report,
      BrokerTest examined,
      SetMode command) {
    List<String> missing = new ArrayList<>();
    boolean isLive =
        accounts.accounts().stream()
            .filter(account -> account.accountId().equals(id))
            .map(Account::environment)
            .anyMatch(environment -> environment == Environment.LIVE);
    if (!isLive) {
      missing.add("expected a live account, found that %s is none".formatted(id));
    }
    if (!command.confirmation().equals(id.value())) {
      missing.add(
          "expected the account's id %s typed as confirmation, found '%s'"
              .formatted(id, command.confirmation()));
    }
    if (command.reason().isBlank()) {
      missing.add("expected why to go live, found none");
    }
    if (mode.halted()) {
      missing.add("expected trading that is not halted, found: " + mode.haltReason());
    }
    examined.findings().stream()
        .filter(finding -> finding.outcome() != BrokerTest.Outcome.PASSED)
        .map(
            finding ->
                "the broker's card %s is %s: %s"
                    .formatted(finding.card(), finding.outcome(), finding.seen()))
        .forEach(missing::add);
    report.differences().forEach(difference -> missing.add("not reconciled: " + difference));
    return missing;
  }
}
