package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.CreateAccount;
import dev.arduinotrader.portfolio.Environment;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens an account at a broker. */
@Command(
    name = "open",
    description = {
      "Open the account of --account at a broker, once and for good, for one kind of money.",
      "Without it, the first deposit or cycle opens an account at the paper broker.",
      "Real money: --environment LIVE; nothing leaves before trader mode LIVE was confirmed.",
      "Example: trader portfolio open --account tradernet-1 --broker tradernet"
    })
final class PortfolioOpenCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Invocation invocation;

  @Option(
      names = "--broker",
      paramLabel = "NAME",
      required = true,
      description = "Such as paper or tradernet: see trader broker cards.")
  private String broker = "";

  @Option(
      names = "--base",
      paramLabel = "CURRENCY",
      defaultValue = "EUR",
      description = "What the account is counted in, ISO 4217. Default: EUR.")
  private String base = "EUR";

  @Option(
      names = "--environment",
      paramLabel = "PAPER|LIVE",
      defaultValue = "PAPER",
      description = "PAPER: play money. LIVE: real money. Default: PAPER.")
  private Environment environment = Environment.PAPER;

  PortfolioOpenCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.change(this::open, this::print);
  }

  private Result<Account> open(Session session) {
    Currency currency;
    try {
      currency = Currency.of(base);
    } catch (IllegalArgumentException e) {
      return Result.failure(Problem.invalid("--base", String.valueOf(e.getMessage())));
    }
    return session
        .services()
        .portfolio()
        .createAccount(
            session.context(TIMEOUT),
            new CreateAccount(
                session.nextCommandId(),
                session.context(TIMEOUT).account(),
                currency,
                broker,
                environment));
  }

  private void print(Account account) {
    invocation
        .console()
        .print(
            "%s account %s at broker %s, counted in %s, opened %s"
                .formatted(
                    account.environment(),
                    account.accountId(),
                    account.broker(),
                    account.baseCurrency(),
                    account.openedAt()));
  }
}
