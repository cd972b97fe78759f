package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.trading.BrokerCards;
import dev.arduinotrader.trading.BrokerStatus;
import dev.arduinotrader.trading.BrokerTest;
import java.time.Duration;
import picocli.CommandLine.Command;

/** The account's broker. */
@Command(name = "broker", description = "The account's broker.")
final class BrokerCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The test reads everything several times over, at the pace that the broker allows. */
  private static final Duration TEST_TIMEOUT = Duration.ofMinutes(3);

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

  @Command(
      name = "test",
      description = {
        "Ask the account's broker what can be asked without an order, card by card.",
        "Changes nothing there; exits 1 unless everything passes."
      })
  int test() {
    return invocation.withSession(
        Access.CHANGE,
        session ->
            session
                .services()
                .trading()
                .testBroker(session.context(TEST_TIMEOUT))
                .map(
                    test -> {
                      invocation.print(test, this::print);
                      return test.passes() ? ExitCode.OK : ExitCode.FAILURE;
                    }));
  }

  private void print(BrokerTest test) {
    Table table = new Table("CARD", "OUTCOME", "SEEN");
    test.findings()
        .forEach(finding -> table.row(finding.card(), finding.outcome().name(), finding.seen()));
    invocation.console().print(table.render());
    invocation
        .console()
        .say(
            "Broker %s (%s). All cards: trader broker cards"
                .formatted(
                    test.broker(),
                    test.identity().isEmpty() ? "it cannot say whose money" : test.identity()));
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
