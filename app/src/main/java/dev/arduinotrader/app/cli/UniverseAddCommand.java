package dev.arduinotrader.app.cli;

import dev.arduinotrader.universe.AddByIdentifier;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityField;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a security by its identifier. */
@Command(
    name = "add",
    description = {
      "Add a security by ISIN or symbol, or bring a removed one back.",
      "Facts that no source knows are given by hand, and what is missing is named.",
      "Example: trader universe add DE0007164600 symbol=SAP 'name=SAP SE' product_type=EQUITY"
          + " exchange=XETR quote_unit=EUR lot=1"
    })
final class UniverseAddCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "ID", description = "An ISIN, symbol or alias.")
  private String identifier = "";

  @Parameters(index = "1..*", paramLabel = "FIELD=VALUE", description = "Facts known by hand.")
  private List<String> facts = List.of();

  @Option(names = "--dry-run", description = "Show the outcome, store nothing.")
  private boolean dryRun;

  UniverseAddCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    SortedMap<SecurityField, String> known = FactArguments.facts(facts);
    return invocation.change(
        session ->
            session
                .services()
                .universe()
                .addByIdentifier(
                    session.context(SecurityFinder.TIMEOUT),
                    new AddByIdentifier(session.nextCommandId(), identifier, known, dryRun)),
        this::print);
  }

  private void print(SecurityDetails details) {
    invocation.console().print(SecurityView.text(details));
    if (dryRun) {
      invocation.console().say("Dry run: nothing was stored.");
    }
  }
}
