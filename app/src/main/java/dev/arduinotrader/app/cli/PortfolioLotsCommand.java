package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.portfolio.Disposal;
import dev.arduinotrader.portfolio.Lot;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.LotPage;
import dev.arduinotrader.portfolio.LotQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tax lots. */
@Command(
    name = "lots",
    description = "Units still held by purchase, and units sold with their cost.")
final class PortfolioLotsCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Invocation invocation;

  @Mixin private FileOptions files = new FileOptions();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "FIRST_IN_FIRST_OUT",
      description =
          "Which units a sale takes first: ${COMPLETION-CANDIDATES}."
              + " Default: FIRST_IN_FIRST_OUT.")
  private LotMethod method = LotMethod.FIRST_IN_FIRST_OUT;

  @Option(names = "--isin", paramLabel = "ISIN", description = "Only this security.")
  private @Nullable String isin;

  @Option(names = "--after", paramLabel = "N", description = "Skip so many of either list.")
  private int after;

  PortfolioLotsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Isin only;
    try {
      only = isin == null ? null : Isin.of(isin);
    } catch (IllegalArgumentException e) {
      return invocation.console().fail(Problem.invalid("--isin", String.valueOf(e.getMessage())));
    }
    LotQuery query = new LotQuery(method, only, null, null, List.of(), after, LotQuery.LIMIT_MAX);
    return files.show(
        invocation,
        session -> session.services().portfolio().listLots(session.context(TIMEOUT), query),
        this::print,
        page -> page);
  }

  private void print(LotPage page) {
    Table held = new Table("ISIN", "ACQUIRED", "QUANTITY", "COST", "LOT");
    for (Lot lot : page.lots()) {
      held.row(
          lot.isin().value(),
          date(lot.acquiredAt()),
          lot.quantity().toString(),
          Numbers.money(lot.cost()),
          lot.lotId());
    }
    Table sold = new Table("ISIN", "ACQUIRED", "SOLD", "QUANTITY", "COST", "PROCEEDS", "FEES");
    for (Disposal disposal : page.disposals()) {
      sold.row(
          disposal.isin().value(),
          date(disposal.acquiredAt()),
          date(disposal.disposedAt()),
          disposal.quantity().toString(),
          Numbers.money(disposal.cost()),
          Numbers.money(disposal.proceeds()),
          Numbers.money(disposal.commissionOut()));
    }
    invocation
        .console()
        .print("Held, by %s%n%s%nSold%n%s".formatted(method, held.render(), sold.render()));
    if (!page.complete()) {
      invocation.console().say("There are more. Next: --after " + (after + LotQuery.LIMIT_MAX));
    }
  }

  private static String date(@Nullable Instant at) {
    return at == null ? Numbers.UNKNOWN : LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }
}
