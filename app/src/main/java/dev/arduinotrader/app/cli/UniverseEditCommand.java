package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityEdit;
import dev.arduinotrader.universe.UpdateSecurity;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects a security's facts by hand. */
@Command(
    name = "edit",
    description = {
      "Correct a security's facts by hand; no import and no sync overwrites them.",
      "Example: trader universe edit SHEL.L country=Netherlands --reset industry --alias Shell"
    })
final class UniverseEditCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(index = "0", paramLabel = "ID", description = "An ISIN, symbol or alias.")
  private String identifier = "";

  @Parameters(index = "1..*", paramLabel = "FIELD=VALUE", description = "New values.")
  private List<String> facts = List.of();

  @Option(names = "--clear", paramLabel = "FIELD", description = "State that it has no value.")
  private List<String> cleared = List.of();

  @Option(names = "--reset", paramLabel = "FIELD", description = "Give it back to the sources.")
  private List<String> reset = List.of();

  @Option(names = "--alias", paramLabel = "NAME", description = "Another name for it.")
  private List<String> aliases = List.of();

  @Option(names = "--remove-alias", paramLabel = "NAME", description = "No longer its name.")
  private List<String> aliasesRemoved = List.of();

  @Option(
      names = "--isin",
      paramLabel = "ISIN",
      description = "The real ISIN for a private one (ZZ...); all prices move along.")
  private @Nullable String newIsin;

  @Option(names = "--dry-run", description = "Show the outcome, store nothing.")
  private boolean dryRun;

  UniverseEditCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    SecurityEdit edit =
        new SecurityEdit(
            FactArguments.facts(facts),
            FactArguments.fields(cleared),
            FactArguments.fields(reset),
            aliases,
            aliasesRemoved,
            FactArguments.isin(newIsin));
    return invocation.change(
        session ->
            SecurityFinder.find(session, identifier)
                .map(details -> details.security().isin())
                .then(isin -> edited(session, isin, edit)),
        this::print);
  }

  private Result<SecurityDetails> edited(Session session, Isin isin, SecurityEdit edit) {
    Result<Boolean> free =
        edit.isin() == null ? Result.success(true) : Holdings.refuseUse(session, isin);
    return free.then(
        yes ->
            session
                .services()
                .universe()
                .updateSecurity(
                    session.context(SecurityFinder.TIMEOUT),
                    new UpdateSecurity(session.nextCommandId(), isin, edit, dryRun)));
  }

  private void print(SecurityDetails details) {
    invocation.console().print(SecurityView.text(details));
    if (dryRun) {
      invocation.console().say("Dry run: nothing was stored.");
    }
  }
}
