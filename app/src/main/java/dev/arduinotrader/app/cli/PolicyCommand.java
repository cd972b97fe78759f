package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.UpdatePolicy;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.UniverseQuery;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the owner wants. */
@Command(name = "policy", description = "What the owner wants: limits, costs, wishes.")
final class PolicyCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Invocation invocation;
  private final PolicyVersionsView versions;

  PolicyCommand(Invocation invocation) {
    this.invocation = invocation;
    this.versions = new PolicyVersionsView(invocation);
  }

  @Command(name = "show", description = "The policy in force.")
  int show() {
    return invocation.show(
        session -> session.services().portfolio().getPolicy(session.context(TIMEOUT)), this::print);
  }

  @Command(
      name = "set",
      description = {
        "Change the policy; all values at once or none.",
        "Example: trader policy set cashReserve.amount=800.00 wishes.AAPL.minimumWeight=0.10"
      })
  int set(
      @Parameters(
              paramLabel = "KEY=VALUE",
              arity = "1..*",
              description = "Paths as in 'policy show --output json'; wishes by ISIN or symbol.")
          List<String> changes) {
    return invocation.change(session -> change(session, changes), this::print);
  }

  @Command(name = "history", description = "Every version with its author, the newest first.")
  int history(
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "20",
              description = "At most so many, 1 to 100. Default: 20.")
          int limit) {
    return versions.history(limit);
  }

  @Command(
      name = "diff",
      description = {
        "What differs between two policies: a version, current, or a preset.",
        "Example: trader policy diff 3 conservative"
      })
  int diff(
      @Parameters(paramLabel = "FROM", description = "Such as 3.") String from,
      @Parameters(
              paramLabel = "TO",
              arity = "0..1",
              defaultValue = PolicyVersionsView.CURRENT,
              description = "Default: current.")
          String to) {
    return versions.diff(from, to);
  }

  @Command(
      name = "revert",
      description = "Make a new version that is like an earlier one or like a preset.")
  int revert(
      @Parameters(paramLabel = "VERSION", description = "Such as 3, or conservative.")
          String version) {
    return versions.revert(version);
  }

  @Command(
      name = "presets",
      description = "What each preset would change; trader policy revert NAME takes one.")
  int presets() {
    return versions.presets();
  }

  private Result<PolicyVersion> change(Session session, List<String> changes) {
    return session
        .services()
        .portfolio()
        .getPolicy(session.context(TIMEOUT))
        .then(
            current ->
                securities(session)
                    .then(known -> PolicyEdit.apply(current.policy(), changes, known))
                    .then(policy -> update(session, current.version(), policy)));
  }

  private static Result<PolicyVersion> update(
      Session session, long basedOn, InvestmentPolicy policy) {
    return session
        .services()
        .portfolio()
        .updatePolicy(
            session.context(TIMEOUT), new UpdatePolicy(session.nextCommandId(), basedOn, policy));
  }

  private static Result<List<Security>> securities(Session session) {
    return switch (session
        .services()
        .universe()
        .getUniverse(session.context(TIMEOUT), UniverseQuery.first())) {
      case Result.Failure<dev.arduinotrader.universe.SecurityPage>(Problem problem) ->
          Result.failure(problem);
      case Result.Success<dev.arduinotrader.universe.SecurityPage>(var page) ->
          Result.success(page.securities());
    };
  }

  private void print(PolicyVersion version) {
    invocation
        .console()
        .print(
            "Version %d by %s since %s%n%s"
                .formatted(
                    version.version(),
                    version.author(),
                    version.since(),
                    Json.pretty(version.policy())));
  }
}
