package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityPage;
import dev.arduinotrader.universe.UniverseQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the securities that a person names by symbol or ISIN. */
final class SecurityNames {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private SecurityNames() {}

  /**
   * The ISINs in the order of the names; a problem that lists each name that is not one security.
   */
  static Result<List<Isin>> isins(Session session, List<String> names) {
    return names.isEmpty()
        ? Result.success(List.of())
        : all(session).then(securities -> isins(securities, names));
  }

  private static Result<List<Isin>> isins(List<Security> securities, List<String> names) {
    List<Isin> isins = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (String name : names) {
      List<Security> meant =
          securities.stream()
              .filter(s -> s.symbol().equalsIgnoreCase(name) || s.isin().value().equals(name))
              .toList();
      if (meant.size() == 1) {
        isins.add(meant.getFirst().isin());
      } else {
        faults.add(
            new Fault(
                name,
                meant.isEmpty()
                    ? "expected a symbol or ISIN of the universe, found none of that name"
                    : "expected one security, found %d at different exchanges; Maybe give the ISIN."
                        .formatted(meant.size())));
      }
    }
    return faults.isEmpty() ? Result.success(isins) : Result.failure(Problem.invalid(faults));
  }

  /**
   * Symbols by ISIN, for tables that people read; without those that are not known now, which such
   * a table then names by ISIN.
   */
  static Map<String, String> symbols(Session session) {
    return switch (all(session)) {
      case Result.Failure<List<Security>> unknown -> Map.of();
      case Result.Success<List<Security>>(List<Security> securities) ->
          securities.stream()
              .collect(
                  Collectors.toMap(
                      security -> security.isin().value(), security -> security.symbol()));
    };
  }

  /** All securities of the universe. */
  static Result<List<Security>> all(Session session) {
    List<Security> securities = new ArrayList<>();
    UniverseQuery query = UniverseQuery.first();
    while (true) {
      switch (session.services().universe().getUniverse(session.context(TIMEOUT), query)) {
        case Result.Failure<SecurityPage>(Problem problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<SecurityPage>(SecurityPage page) -> {
          securities.addAll(page.securities());
          if (page.nextAfterIsin() == null) {
            return Result.success(securities);
          }
          query = new UniverseQuery(page.nextAfterIsin(), UniverseQuery.LIMIT_MAX);
        }
      }
    }
  }
}
