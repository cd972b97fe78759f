package dev.arduinotrader.app.cli;

import dev.arduinotrader.trading.BrokerCards;
import dev.arduinotrader.trading.BrokerStatus;
import java.time.Duration;
import picocli.CommandLine.Command;

/** The account's broker. */
@Command(name = "broker", description = "The account's broker.")
final class BrokerCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Invocation invocation;

  BrokerCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(name = "status", description = "Whether the broker answers, and since when.")
  int status() {
    return invocation.show(
        session -> session.services().trading().getBrokerStatus(session.context(TIMEOUT)),
        this::print);
  }

  @Command(
      name = "cards",
      description = "What each broker promises, and the acceptance cards that it passes.")
  int cards() {
    invocation.print(
        BrokerCards.all(), cards -> invocation.console().print(BrokerCardsView.text(cards)));
    return ExitCode.OK;
  }

  private void print(BrokerStatus status) {
    Table table = new Table("BROKER", "CONNECTED", "LAST ANSWER", "NOTE");
    table.row(
        status.name(),
        status.connected() ? "yes" : "no",
        status.lastAnswerAt() == null ? "never" : status.lastAnswerAt().toString(),
        status.detail());
    invocation.console().print(table.render());
  }
}
