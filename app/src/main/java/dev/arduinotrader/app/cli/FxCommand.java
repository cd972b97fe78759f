package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.universe.FxHistoryPage;
import dev.arduinotrader.universe.FxHistoryRequest;
import dev.arduinotrader.universe.FxRates;
import dev.arduinotrader.universe.FxRequest;
import dev.arduinotrader.universe.SecurityPage;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exchange rates. */
@Command(name = "fx", description = "Exchange rates.")
final class FxCommand {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int DAYS_SHOWN = 90;
  private static final int SPARKLINE_WIDTH = 30;
  private static final MathContext SHOWN = new MathContext(8);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Invocation invocation;

  FxCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Two currencies, such as EUR/USD. */
  record Pair(Currency base, Currency quote) {}

  /** The pairs of a command line; refused whole, naming every one that is none. */
  private static Result<List<Pair>> pairs(List<String> texts) {
    List<Pair> pairs = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (String text : texts) {
      String[] codes = text.split("/", -1);
      try {
        if (codes.length != 2 || codes[0].equals(codes[1])) {
          throw new IllegalArgumentException(
              "expected two currencies such as EUR/USD, found '" + text + "'");
        }
        pairs.add(new Pair(Currency.of(codes[0]), Currency.of(codes[1])));
      } catch (IllegalArgumentException fault) {
        faults.add(new Fault(text, String.valueOf(fault.getMessage())));
      }
    }
    return faults.isEmpty() ? Result.success(pairs) : Result.failure(Problem.invalid(faults));
  }

  @Command(name = "show", description = "The latest rates, their age and where they come from.")
  int show(
      @Parameters(
              paramLabel = "PAIR",
              arity = "0..*",
              description = "Such as EUR/USD; EUR to all your currencies when left out.")
          @Nullable List<String> pairs,
      @Option(names = "--history", description = "Show the daily rates, too.") boolean history,
      @Option(names = "--from", paramLabel = "DATE", description = "First day; 90 days ago.")
          @Nullable LocalDate from,
      @Option(names = "--to", paramLabel = "DATE", description = "Last day; today.")
          @Nullable LocalDate to) {
    return invocation.show(
        session -> {
          CallContext context = session.context(TIMEOUT);
          LocalDate today = LocalDate.ofInstant(context.decisionTime(), ZoneOffset.UTC);
          LocalDate last = to == null ? today : to;
          LocalDate first = from == null ? last.minusDays(DAYS_SHOWN) : from;
          return wanted(session, pairs)
              .then(all -> view(session.services().universe(), context, all, first, last));
        },
        view -> print(view, history || from != null || to != null));
  }

  private static Result<List<Pair>> wanted(Session session, @Nullable List<String> pairs) {
    if (pairs != null && !pairs.isEmpty()) {
      return pairs(pairs);
    }
    return session
        .services()
        .universe()
        .getUniverse(session.context(TIMEOUT), UniverseQuery.first())
        .map(FxCommand::ofTheEuro);
  }

  private static List<Pair> ofTheEuro(SecurityPage page) {
    TreeSet<Currency> currencies = new TreeSet<>();
    page.securities().forEach(security -> currencies.add(security.quoteUnit().currency()));
    currencies.remove(Currency.EUR);
    return currencies.stream().map(currency -> new Pair(Currency.EUR, currency)).toList();
  }

  private static Result<FxView> view(
      UniverseService universe,
      CallContext context,
      List<Pair> pairs,
      LocalDate first,
      LocalDate last) {
    List<FxView.Pair> shown = new ArrayList<>();
    List<FxView.Missing> absent = new ArrayList<>();
    for (Pair pair : pairs) {
      FxRequest request = new FxRequest(pair.base(), List.of(pair.quote()), null);
      Result<Answer> answer =
          universe
              .getFxRates(context, request)
              .then(
                  rates ->
                      daily(universe, context, pair, first, last)
                          .map(days -> new Answer(rates, days)));
      switch (answer) {
        case Result.Failure<Answer>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<Answer>(Answer(FxRates rates, List<FxView.Day> days)) -> {
          rates.absent().forEach(a -> absent.add(new FxView.Missing(a.key(), a.reason())));
          boolean stale = !rates.stale().isEmpty();
          rates.rates().forEach(r -> shown.add(pair(r, stale, context.decisionTime(), days)));
        }
      }
    }
    return Result.success(new FxView(context.decisionTime(), shown, absent));
  }

  /** What the universe says of one pair. */
  private record Answer(FxRates rates, List<FxView.Day> days) {}

  /** The daily rates; none when there are no fixings of the pair. */
  private static Result<List<FxView.Day>> daily(
      UniverseService universe, CallContext context, Pair pair, LocalDate first, LocalDate last) {
    FxHistoryRequest request =
        new FxHistoryRequest(pair.base(), pair.quote(), first, last, FxHistoryRequest.LIMIT_MAX);
    return switch (universe.getFxHistory(context, request)) {
      case Result.Failure<FxHistoryPage>(Problem problem) ->
          problem.kind() == FailureKind.NOT_FOUND
              ? Result.success(List.of())
              : Result.failure(problem);
      case Result.Success<FxHistoryPage>(FxHistoryPage page) ->
          Result.success(page.rates().stream().map(FxCommand::day).toList());
    };
  }

  private static FxView.Day day(FxRate rate) {
    return new FxView.Day(LocalDate.ofInstant(rate.knownAt(), ZoneOffset.UTC), rate.rate());
  }

  private static FxView.Pair pair(FxRate rate, boolean stale, Instant now, List<FxView.Day> daily) {
    return new FxView.Pair(
        rate.base().code(),
        rate.quote().code(),
        rate.rate(),
        rate.knownAt(),
        rate.age(now).toSeconds(),
        rate.source(),
        stale,
        daily);
  }

  private void print(FxView view, boolean history) {
    Table table = new Table("PAIR", "RATE", "KNOWN AT (UTC)", "AGE", "STATE", "SOURCE", "COURSE");
    for (FxView.Pair pair : view.pairs()) {
      table.row(
          pair.base() + "/" + pair.quote(),
          shown(pair.rate()),
          MINUTE.format(pair.knownAt().atZone(ZoneOffset.UTC)),
          age(Duration.ofSeconds(pair.ageSeconds())),
          pair.stale() ? "stale" : "fresh",
          pair.source(),
          Sparkline.of(
              pair.daily().stream().mapToDouble(day -> day.rate().doubleValue()).toArray(),
              SPARKLINE_WIDTH,
              invocation.isPlain()));
    }
    invocation.console().print(table.render());
    if (history) {
      view.pairs().forEach(this::printDays);
    }
    view.absent()
        .forEach(missing -> invocation.console().say(missing.pair() + ": " + missing.reason()));
  }

  private void printDays(FxView.Pair pair) {
    Table table = new Table("DATE", pair.base() + "/" + pair.quote());
    pair.daily().forEach(day -> table.row(day.date().toString(), shown(day.rate())));
    invocation.console().print("\n" + table.render());
  }

  private static String shown(BigDecimal rate) {
    return rate.round(SHOWN).stripTrailingZeros().toPlainString();
  }

  private static String age(Duration age) {
    return age.toDays() > 0
        ? "%d d %d h".formatted(age.toDays(), age.toHoursPart())
        : "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
  }
}
