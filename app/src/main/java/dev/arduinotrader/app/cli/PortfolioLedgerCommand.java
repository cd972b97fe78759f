package dev.arduinotrader.app.cli;

import dev.arduinotrader.portfolio.LedgerPage;
import dev.arduinotrader.portfolio.LedgerQuery;
import dev.arduinotrader.portfolio.LedgerTransaction;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The double-entry ledger. */
@Command(name = "ledger", description = "Every entry with its postings; they sum to zero.")
final class PortfolioLedgerCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Invocation invocation;

  @Mixin private FileOptions files = new FileOptions();

  @Option(
      names = "--after",
      paramLabel = "NUMBER",
      description = "Only entries after this number. Default: 0.")
  private long after;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many, 1 to 1000. Default: 100.")
  private int limit = 100;

  PortfolioLedgerCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return files.show(
        invocation,
        session ->
            session
                .services()
                .portfolio()
                .listLedger(session.context(TIMEOUT), new LedgerQuery(after, limit)),
        this::print,
        page -> page);
  }

  private void print(LedgerPage page) {
    Table table = new Table("NO", "AT", "KIND", "ACCOUNT", "AMOUNT", "UNITS", "WHAT");
    for (LedgerTransaction transaction : page.transactions()) {
      boolean first = true;
      for (LedgerTransaction.Posting posting : transaction.postings()) {
        table.row(
            first ? Long.toString(transaction.number()) : "",
            first ? transaction.effectiveAt().toString() : "",
            first ? transaction.kind() : "",
            posting.ledgerAccount(),
            Numbers.money(posting.amount()),
            posting.quantity() == null ? "" : posting.quantity() + " " + posting.isin(),
            first ? transaction.description() : "");
        first = false;
      }
    }
    invocation.console().print(table.render());
    if (page.transactions().size() == limit) {
      invocation
          .console()
          .say("Perhaps there are more. Next: --after " + page.transactions().getLast().number());
    }
  }
}
