package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Absent;
import dev.arduinotrader.universe.ActionLeg;
import dev.arduinotrader.universe.ActionPage;
import dev.arduinotrader.universe.ActionQuery;
import dev.arduinotrader.universe.CorporateAction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dividends, splits, spin-offs and mergers that are known. */
@Command(name = "actions", description = "Dividends, splits, spin-offs and mergers that are known.")
final class UniverseActionsCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int PAGES_MAX = 100;

  private final Invocation invocation;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "ISINs or symbols; all securities when left out.")
  private List<String> names = List.of();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First ex-date; a year ago if unset.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last ex-date; in a year if unset.")
  private @Nullable LocalDate to;

  UniverseActionsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.show(
        session -> SecurityNames.isins(session, names).then(wanted -> all(session, wanted)),
        this::print);
  }

  private Result<ActionPage> all(Session session, List<Isin> wanted) {
    LocalDate today =
        LocalDate.ofInstant(session.context(TIMEOUT).decisionTime(), java.time.ZoneOffset.UTC);
    LocalDate first = from == null ? today.minusYears(1) : from;
    LocalDate last = to == null ? today.plusYears(1) : to;
    List<CorporateAction> actions = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    String after = null;
    for (int page = 0; page < PAGES_MAX; page++) {
      ActionQuery query = new ActionQuery(wanted, first, last, after, ActionQuery.LIMIT_MAX);
      Result<ActionPage> answer =
          session.services().universe().listCorporateActions(session.context(TIMEOUT), query);
      if (!(answer instanceof Result.Success<ActionPage>(ActionPage found))) {
        return answer;
      }
      actions.addAll(found.actions());
      absent.addAll(found.absent());
      after = found.next();
      if (after == null) {
        break;
      }
    }
    return Result.success(new ActionPage(actions, absent, after));
  }

  private void print(ActionPage page) {
    Table table = new Table("EX-DATE", "ISIN", "KIND", "TERMS", "PAID", "KNOWN SINCE", "SOURCE");
    for (CorporateAction action : page.actions()) {
      table.row(
          action.exDate().toString(),
          action.isin().value(),
          action.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
          terms(action),
          paid(action),
          action.announcement().knownAt().toString(),
          action.announcement().source());
    }
    invocation.console().print(table.render());
    page.absent().forEach(none -> invocation.console().say(none.key() + ": " + none.reason()));
    if (page.next() != null) {
      invocation.console().say("There are more: choose a shorter time with --from and --to.");
    }
  }

  private static String terms(CorporateAction action) {
    return switch (action) {
      case CorporateAction.CashDividend dividend ->
          dividend.amountPerShare().toPlainString() + " " + dividend.currency() + " a share";
      case CorporateAction.Split split -> split.newShares() + " for " + split.oldShares();
      case CorporateAction.SpinOff spinOff -> "beside one share " + legs(spinOff.legs());
      case CorporateAction.Merger merger -> "for one share " + legs(merger.legs());
    };
  }

  private static String legs(List<ActionLeg> legs) {
    return legs.stream()
        .map(
            leg ->
                switch (leg) {
                  case ActionLeg.Shares(Isin isin, BigDecimal perShare, var cost) ->
                      perShare.toPlainString() + " " + isin;
                  case ActionLeg.Cash(BigDecimal perShare, var currency) ->
                      perShare.toPlainString() + " " + currency;
                })
        .collect(Collectors.joining(" + "));
  }

  private static String paid(CorporateAction action) {
    LocalDate date =
        switch (action) {
          case CorporateAction.CashDividend dividend -> dividend.payDate();
          case CorporateAction.Split split -> split.exDate();
          case CorporateAction.SpinOff spinOff -> spinOff.payDate();
          case CorporateAction.Merger merger -> merger.payDate();
        };
    return date == null ? Numbers.UNKNOWN : date.toString();
  }
}
