package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the wish to open an account must be like. */
final class AccountRules {
  private static final Pattern BROKER = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  private AccountRules() {}

  static List<Fault> faults(CreateAccount command) {
    List<Fault> faults = new ArrayList<>();
    if (command.accountId().equals(AccountId.SHARED)) {
      faults.add(
          new Fault("accountId", "expected a name of its own such as paper-1, found shared"));
    }
    if (!BROKER.matcher(command.broker()).matches()) {
      faults.add(
          new Fault(
              "broker",
              "expected lower-case letters, digits and dashes such as paper, found '"
                  + command.broker()
                  + "'"));
    }
    return faults;
  }
}
