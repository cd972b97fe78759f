package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.RemoveSecurity;
import dev.arduinotrader.universe.SecurityDetails;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a security out of the universe. */
@Command(
    name = "remove",
    description = {
      "Take a security out of the universe: no order is made for it any more, what is held of it"
          + " stays.",
      "Its facts and prices stay; trader universe add brings it back."
    })
final class UniverseRemoveCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "An ISIN, symbol or alias.")
  private String identifier = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason = "";

  @Option(names = "--dry-run", description = "Show the outcome, store nothing.")
  private boolean dryRun;

  UniverseRemoveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** What is printed: the security in JSON, with who holds it in the table. */
  private record Removed(SecurityDetails details, List<String> uses) {}

  @Override
  public Integer call() {
    return invocation.change(
        session ->
            SecurityFinder.find(session, identifier)
                .map(details -> details.security().isin())
                .then(isin -> removed(session, isin)),
        this::print,
        Removed::details);
  }

  private Result<Removed> removed(Session session, Isin isin) {
    return Holdings.uses(session, isin)
        .then(
            uses ->
                session
                    .services()
                    .universe()
                    .removeSecurity(
                        session.context(SecurityFinder.TIMEOUT),
                        new RemoveSecurity(session.nextCommandId(), isin, reason, dryRun))
                    .map(details -> new Removed(details, uses)));
  }

  private void print(Removed removed) {
    invocation.console().print(SecurityView.text(removed.details()));
    for (String use : removed.uses()) {
      invocation.console().say(use + "; no order touches it until it is added again.");
    }
    if (dryRun) {
      invocation.console().say("Dry run: nothing was stored.");
    }
  }
}
