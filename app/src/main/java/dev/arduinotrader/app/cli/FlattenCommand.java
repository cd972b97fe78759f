package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.trading.Flattened;
import dev.arduinotrader.trading.HaltCommand;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Closes everything that the account holds. */
@Command(
    name = "flatten",
    description = {
      "Stop purchases, cancel what is open, wait for the proof, sell what is managed.",
      "Run it again for what is left: what is under way is not sold twice."
    })
final class FlattenCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final Invocation invocation;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for the record.")
  private String reason = "";

  @Option(
      names = "--confirm",
      paramLabel = "WORD",
      required = true,
      description = "The word flatten, typed: everything managed is sold.")
  private String confirmation = "";

  FlattenCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (!confirmation.equals("flatten")) {
      invocation
          .console()
          .say("expected --confirm flatten, found '%s'; nothing was done".formatted(confirmation));
      return ExitCode.REFUSED_FOR_SAFETY;
    }
    return invocation.withSession(
        Access.CHANGE,
        session ->
            session
                .services()
                .trading()
                .flatten(session.context(TIMEOUT), new HaltCommand(session.nextCommandId(), reason))
                .map(
                    flattened -> {
                      invocation.print(flattened, this::print);
                      return flattened.leftovers().isEmpty() ? ExitCode.OK : ExitCode.CONFLICT;
                    }));
  }

  private void print(Flattened flattened) {
    StringBuilder text = new StringBuilder();
    text.append("Only sales leave: " + flattened.mode().reduceReason() + "\n");
    if (!flattened.cancelled().isEmpty()) {
      text.append("Cancelled:\n" + TradeCommand.table(flattened.cancelled()).render() + "\n");
    }
    if (!flattened.sales().isEmpty()) {
      text.append("Sales:\n" + TradeCommand.table(flattened.sales()).render() + "\n");
    }
    text.append(flattened.leftovers().isEmpty() ? "Nothing else is left." : "LEFT:");
    flattened.leftovers().forEach(leftover -> text.append("\n  " + leftover));
    invocation.console().print(text.toString());
  }
}
