package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.gateway.ArchivedPlan;
import dev.arduinotrader.gateway.ArchivedPlans;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.portfolio.Allocation;
import dev.arduinotrader.portfolio.AllocationQuery;
import dev.arduinotrader.portfolio.AllocationQuery.TargetWeight;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How the account's value is spread. */
@Command(
    name = "allocation",
    description = {
      "How the account's value is spread over securities, countries, industries and currencies,"
          + " against the targets of the last plan.",
      "Alerts name shares near a limit of the policy."
    })
final class PortfolioAllocationCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int BAR_WIDTH = 24;

  private final Invocation invocation;

  @Mixin private FileOptions files = new FileOptions();

  PortfolioAllocationCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return files.show(invocation, this::ask, this::print, Named::allocation);
  }

  /** What is shown, and the symbols of its securities by ISIN. */
  private record Named(Allocation allocation, Map<String, String> symbols) {
    String of(String name) {
      return symbols.getOrDefault(name, name);
    }
  }

  private Result<Named> ask(Session session) {
    Result<AllocationQuery> query =
        files.given()
            ? Result.success(AllocationQuery.NO_TARGETS)
            : session
                .services()
                .gateway()
                .listPlans(session.context(TIMEOUT), 1)
                .map(PortfolioAllocationCommand::targets);
    return query.then(
        targets ->
            session
                .services()
                .portfolio()
                .getAllocation(session.context(TIMEOUT), targets)
                .map(allocation -> new Named(allocation, SecurityNames.symbols(session))));
  }

  private static AllocationQuery targets(ArchivedPlans plans) {
    List<ArchivedPlan> latest = plans.plans();
    return latest.isEmpty()
        ? AllocationQuery.NO_TARGETS
        : new AllocationQuery(
            latest.getFirst().plan().targets().stream()
                .map(gap -> new TargetWeight(gap.isin(), gap.weightTarget()))
                .toList());
  }

  private void print(Named named) {
    Allocation allocation = named.allocation();
    StringBuilder text = new StringBuilder();
    text.append(
        "Total %s, cash %s%n"
            .formatted(Numbers.money(allocation.total()), Numbers.money(allocation.cash())));
    for (Allocation.Kind kind : Allocation.Kind.values()) {
      text.append("\nBy %s%n".formatted(kind.name().toLowerCase(Locale.ROOT)));
      text.append(table(named, kind).render());
    }
    for (Allocation.Alert alert : allocation.alerts()) {
      text.append(
          "%n%s: %s %s is %s of the total, the limit is %s"
              .formatted(
                  alert.severity(),
                  alert.kind().name().toLowerCase(Locale.ROOT),
                  named.of(alert.name()),
                  Numbers.percent(alert.current()),
                  Numbers.percent(alert.limit())));
    }
    allocation.unknown().forEach(reason -> text.append("%nUnknown: %s".formatted(reason)));
    invocation.console().print(text.toString());
  }

  private Table table(Named named, Allocation.Kind kind) {
    Table table = new Table("NAME", "VALUE", "SHARE", "TARGET", "DEVIATION", "STATUS", "");
    named.allocation().shares().stream()
        .filter(share -> share.kind() == kind)
        .forEach(
            share -> {
              Double current = share.current();
              table.row(
                  named.of(share.name()),
                  Numbers.money(share.value()),
                  percent(current, Numbers.UNKNOWN),
                  percent(share.target(), "-"),
                  percent(share.deviation(), "-"),
                  share.status().name().toLowerCase(Locale.ROOT),
                  current == null ? "" : Bars.of(current, 1, BAR_WIDTH, invocation.isPlain()));
            });
    return table;
  }

  private static String percent(@Nullable Double fraction, String otherwise) {
    return fraction == null ? otherwise : Numbers.percent(fraction);
  }
}
