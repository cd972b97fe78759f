package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.Summary;
import dev.arduinotrader.trading.PaperCashFlow;
import java.math.BigDecimal;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the account has. */
@Command(name = "portfolio", description = "What the account has, and paying in and out.")
final class PortfolioCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Invocation invocation;

  PortfolioCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The command with those of its commands that have a class of their own. */
  static CommandLine with(Invocation invocation) {
    return new CommandLine(new PortfolioCommand(invocation))
        .addSubcommand("export", new PortfolioExportCommand(invocation))
        .addSubcommand("import", new PortfolioImportCommand(invocation))
        .addSubcommand("history", new PortfolioHistoryCommand(invocation))
        .addSubcommand("performance", new PortfolioPerformanceCommand(invocation))
        .addSubcommand("allocation", new PortfolioAllocationCommand(invocation))
        .addSubcommand("open", new PortfolioOpenCommand(invocation))
        .addSubcommand("lots", new PortfolioLotsCommand(invocation))
        .addSubcommand("tax-lots", new PortfolioTaxLotsCommand(invocation))
        .addSubcommand("ledger", new PortfolioLedgerCommand(invocation))
        .addSubcommand("reconcile", new PortfolioReconcileCommand(invocation))
        .addSubcommand("verify", new PortfolioVerifyCommand(invocation));
  }

  @Command(name = "show", description = "Cash, holdings, open orders and the total.")
  int show(@Mixin FileOptions files) {
    return files.show(
        invocation,
        session ->
            files.given()
                ? session
                    .services()
                    .portfolio()
                    .getSummary(session.context(TIMEOUT), OpenExposure.NONE)
                : session.services().gateway().getPortfolio(session.context(TIMEOUT)),
        this::print,
        summary -> summary);
  }

  @Command(
      name = "deposit",
      description = {
        "Pay money in at the paper broker.",
        "Example: trader portfolio deposit 30000 EUR"
      })
  int deposit(
      @Parameters(paramLabel = "AMOUNT", description = "Above zero, such as 30000.")
          BigDecimal amount,
      @Parameters(
              paramLabel = "CURRENCY",
              arity = "0..1",
              defaultValue = "EUR",
              description = "ISO 4217. Default: EUR.")
          String currency) {
    return invocation.change(
        session ->
            money(amount, currency)
                .then(
                    money ->
                        session
                            .services()
                            .gateway()
                            .processDeposit(
                                session.context(TIMEOUT),
                                new DepositCommand(session.nextCommandId(), money))),
        this::print);
  }

  @Command(
      name = "withdraw",
      description = {
        "Take money out of the paper broker: at most what no open order has reserved.",
        "Example: trader portfolio withdraw 500 EUR"
      })
  int withdraw(
      @Parameters(paramLabel = "AMOUNT", description = "Above zero, such as 500.")
          BigDecimal amount,
      @Parameters(
              paramLabel = "CURRENCY",
              arity = "0..1",
              defaultValue = "EUR",
              description = "ISO 4217. Default: EUR.")
          String currency) {
    return invocation.change(
        session -> money(amount, currency).then(money -> withdraw(session, money)), this::print);
  }

  private static Result<Summary> withdraw(Session session, Money money) {
    return session
        .services()
        .trading()
        .paperCashFlow(
            session.context(TIMEOUT), new PaperCashFlow(session.nextCommandId(), money.negated()))
        .then(done -> session.services().trading().reconcile(session.context(TIMEOUT)))
        .then(report -> session.services().gateway().getPortfolio(session.context(TIMEOUT)));
  }

  private static Result<Money> money(BigDecimal amount, String currency) {
    Money money;
    try {
      money = Money.of(amount, Currency.of(currency));
    } catch (IllegalArgumentException e) {
      return Result.failure(Problem.invalid("AMOUNT", String.valueOf(e.getMessage())));
    }
    return money.isPositive()
        ? Result.success(money)
        : Result.failure(
            Problem.invalid("AMOUNT", "expected an amount above zero, found " + money));
  }

  private void print(Summary summary) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Account %s (%s, %s) at %s%n%n"
            .formatted(
                summary.account().accountId(),
                summary.account().broker(),
                summary.baseCurrency(),
                summary.decisionTime()));
    text.append(cash(summary).render()).append('\n');
    if (!summary.positions().isEmpty()) {
      text.append(holdings(summary).render()).append('\n');
    }
    if (!summary.openOrders().isEmpty()) {
      text.append("Open orders\n").append(orders(summary).render()).append('\n');
    }
    text.append("Cash      %s%n".formatted(Numbers.money(summary.cash())));
    text.append("Holdings  %s%n".formatted(Numbers.money(summary.holdings())));
    text.append("Total     %s%n".formatted(Numbers.money(summary.total())));
    text.append("Paid in   %s%n".formatted(Numbers.money(summary.deposited())));
    summary.rates().forEach(rate -> text.append("Rate      %s%n".formatted(rate)));
    summary.unknown().forEach(reason -> text.append("Unknown   %s%n".formatted(reason)));
    invocation.console().print(text.toString());
  }

  private static Table cash(Summary summary) {
    Table table =
        new Table("CASH", "SETTLED", "UNSETTLED", "TOTAL", "RESERVED", "AVAILABLE", "IN BASE");
    for (CashBalance balance : summary.balances()) {
      table.row(
          balance.currency().code(),
          Numbers.money(balance.settled()),
          Numbers.money(balance.unsettled()),
          Numbers.money(balance.total()),
          Numbers.money(balance.reserved()),
          Numbers.money(balance.available()),
          Numbers.money(balance.totalInBase()));
    }
    return table;
  }

  private static Table holdings(Summary summary) {
    Table table = new Table("ISIN", "SYMBOL", "QUANTITY", "PRICE", "VALUE", "IN BASE", "COST");
    for (Position position : summary.positions()) {
      table.row(
          position.isin().value(),
          position.symbol(),
          position.quantity().toString(),
          position.price() == null ? Numbers.UNKNOWN : position.price().toString(),
          Numbers.money(position.value()),
          Numbers.money(position.valueInBase()),
          Numbers.money(position.cost()));
    }
    return table;
  }

  private static Table orders(Summary summary) {
    Table table = new Table("ORDER", "WHAT", "STATE", "REMAINING", "RESERVED", "SINCE");
    for (OpenOrder order : summary.openOrders()) {
      table.row(
          order.clientOrderId().value(),
          order.description(),
          order.state(),
          order.remaining().toString(),
          order.reservedCash() == null ? "-" : Numbers.money(order.reservedCash()),
          order.createdAt().toString());
    }
    return table;
  }
}
