package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.system.HaltFile;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.HaltCommand;
import dev.arduinotrader.trading.TradingMode;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets orders leave again. */
@Command(name = "resume", description = "Let orders leave again after a halt.")
final class ResumeCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Invocation invocation;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why it is safe again, for the record.")
  private String reason = "";

  ResumeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.change(
        session -> {
          HaltFile.remove(invocation.sessionOptions().dataDirectory());
          Result<TradingMode> resumed =
              session
                  .services()
                  .trading()
                  .resume(
                      session.context(TIMEOUT), new HaltCommand(session.nextCommandId(), reason));
          if (!resumed.isSuccess()) {
            HaltFile.write(invocation.sessionOptions().dataDirectory(), "resume failed");
          }
          return resumed;
        },
        mode ->
            invocation
                .console()
                .print(mode.mode() + (mode.halted() ? ", HALTED: " + mode.haltReason() : "")));
  }
}
