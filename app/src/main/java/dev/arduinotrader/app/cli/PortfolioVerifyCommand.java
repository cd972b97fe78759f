package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.BooksVerification;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves the books: every transaction balances, and what is derived from them is what they say. */
@Command(
    name = "verify",
    description = {
      "Prove that the books balance and that everything derived from them agrees.",
      "Exit code 1 when they do not."
    })
final class PortfolioVerifyCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Invocation invocation;

  @Mixin private FileOptions files = new FileOptions();

  private boolean balanced;

  PortfolioVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    int shown = files.show(invocation, this::ask, this::print, verification -> verification);
    return shown == ExitCode.OK && !balanced ? ExitCode.FAILURE : shown;
  }

  private Result<BooksVerification> ask(Session session) {
    Result<BooksVerification> verified =
        session.services().portfolio().verifyBooks(session.context(TIMEOUT));
    balanced = verified.isSuccess() && verified.orElseThrow().balanced();
    return verified;
  }

  private void print(BooksVerification verification) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d transactions with %d postings: %s"
            .formatted(
                verification.transactions(),
                verification.postings(),
                verification.balanced() ? "the books balance." : "THE BOOKS DO NOT BALANCE."));
    verification.faults().forEach(fault -> text.append("\n  ").append(fault));
    if (!verification.unexplained().isEmpty()) {
      text.append("\nBooked because the broker says so, not explained yet:");
      verification.unexplained().forEach(fact -> text.append("\n  ").append(fact));
    }
    invocation.console().print(text.toString());
  }
}
