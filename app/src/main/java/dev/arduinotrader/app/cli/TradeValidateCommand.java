package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.trading.TradeValidation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the gate about a trade without storing or sending anything. */
@Command(
    description = {
      "Ask the gate about a trade: everything against it and what it would cost.",
      "Stores and sends nothing; exit code 5 when it would be refused."
    })
final class TradeValidateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private TradeWish wish = new TradeWish();

  @Option(names = "--sell", description = "A sale; a purchase without this.")
  private boolean isSale;

  TradeValidateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.withSession(Access.READ, this::validate);
  }

  private Result<Integer> validate(Session session) {
    return wish.command(session, isSale ? Side.SELL : Side.BUY)
        .then(
            command ->
                session
                    .services()
                    .trading()
                    .validateTrade(session.context(TradeWish.TIMEOUT), command))
        .map(
            validation -> {
              invocation.print(validation, this::print);
              return validation.findings().isEmpty() ? ExitCode.OK : ExitCode.REFUSED_FOR_SAFETY;
            });
  }

  private void print(TradeValidation validation) {
    StringBuilder text = new StringBuilder();
    Money cash = validation.estimatedCash();
    if (cash != null) {
      String takes = cash.isNegative() ? "It would bring about %s" : "It would take about %s";
      Money amount = cash.isNegative() ? cash.negated() : cash;
      text.append(takes.formatted(Numbers.money(amount))).append(", fees included.\n");
    }
    if (validation.findings().isEmpty()) {
      text.append("Nothing stands against it.");
    }
    validation
        .findings()
        .forEach(finding -> text.append(finding.code() + ": " + finding.message() + "\n"));
    invocation.console().print(text.toString().stripTrailing());
  }
}
