package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.backup.BackupManifest;
import dev.arduinotrader.app.backup.Handover;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.time.SystemClock;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code migrate} does on each of two devices between which state moves. */
@Command(
    name = "handover",
    description = {
      "One device's part in a move of portfolio, trading or universe; trader migrate calls it.",
      "By hand only when a move was cut off: docs/operations.md, Moving state."
    })
final class HandoverCommand {
  private final Invocation invocation;

  HandoverCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(name = "leave", description = "Copy and prove the state; it is not opened here again.")
  int leave(
      @Parameters(paramLabel = "SERVICE", description = "Whose state.") String service,
      @Option(names = "--move", required = true, description = "The move's name.") String move,
      @Option(names = "--to", required = true, description = "The new home.") String to) {
    return told(service, move, handover -> handover.leave(to).map(this::describe));
  }

  @Command(name = "stay", description = "Take leave back, when no other device has the state.")
  int stay(
      @Parameters(paramLabel = "SERVICE", description = "Whose state.") String service,
      @Option(names = "--move", required = true, description = "The move's name.") String move) {
    return told(service, move, handover -> handover.stay().map(done -> "It is kept here again."));
  }

  @Command(name = "arrive", description = "Prove the copy that was brought, and keep it here.")
  int arrive(
      @Parameters(paramLabel = "SERVICE", description = "Whose state.") String service,
      @Option(names = "--move", required = true, description = "The move's name.") String move) {
    return told(service, move, handover -> handover.arrive().map(this::describe));
  }

  @Command(name = "withdraw", description = "Take arrive back; the copy is kept aside.")
  int withdraw(
      @Parameters(paramLabel = "SERVICE", description = "Whose state.") String service,
      @Option(names = "--move", required = true, description = "The move's name.") String move) {
    return told(service, move, handover -> handover.withdraw().map(HandoverCommand::gone));
  }

  private static String gone(Done done) {
    return "It is not kept here.";
  }

  private String describe(BackupManifest manifest) {
    StringBuilder text = new StringBuilder();
    manifest
        .stores()
        .forEach(
            store ->
                text.append(
                    "%s: %d bytes, SHA-256 %s%n"
                        .formatted(store.name(), store.bytes(), store.sha256().substring(0, 16))));
    manifest
        .books()
        .forEach(
            books ->
                text.append(
                    "The books of %s balance: %d transactions, %d postings.%n"
                        .formatted(books.account(), books.transactions(), books.postings())));
    return text.toString();
  }

  private int told(String service, String move, Function<Handover, Result<String>> part) {
    Result<String> told =
        ServiceName.fromKey(service)
            .map(Result::success)
            .orElseGet(
                () ->
                    Result.failure(
                        Problem.invalid("SERVICE", "expected a service, found '" + service + "'")))
            .then(
                name -> Handover.of(invocation.sessionOptions(), name, move, SystemClock.system()))
            .then(part);
    return switch (told) {
      case Result.Failure<String>(Problem problem) -> invocation.console().fail(problem);
      case Result.Success<String>(String text) -> {
        invocation.print(text, invocation.console()::print);
        yield ExitCode.OK;
      }
    };
  }
}
