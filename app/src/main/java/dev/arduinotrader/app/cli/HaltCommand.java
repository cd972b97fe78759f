package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.system.HaltFile;
import dev.arduinotrader.trading.TradingMode;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops all orders, now, without a question. */
@Command(
    name = "halt",
    description = {
      "Stop: no order leaves until someone resumes. Asks nothing.",
      "Writes the HALT file first, so that it works while trading hangs or is down."
    })
final class HaltCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Invocation invocation;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "halted by hand",
      description = "Why, for the record.")
  private String reason = "halted by hand";

  HaltCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    HaltFile.write(invocation.sessionOptions().dataDirectory(), reason);
    invocation.console().say("HALT file written: no order leaves from here on.");
    int latch =
        invocation.change(
            session ->
                session
                    .services()
                    .trading()
                    .halt(
                        session.context(TIMEOUT),
                        new dev.arduinotrader.trading.HaltCommand(session.nextCommandId(), reason)),
            this::print);
    if (latch != ExitCode.OK) {
      invocation.console().say("The stored latch could not be set; the HALT file holds.");
    }
    return latch;
  }

  private void print(TradingMode mode) {
    invocation
        .console()
        .print(
            "%s, %s".formatted(mode.mode(), mode.halted() ? "HALTED: " + mode.haltReason() : ""));
  }
}
