package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.SearchRequest;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityMatch;
import dev.arduinotrader.universe.SecurityPage;
import dev.arduinotrader.universe.UniverseQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which security a person means. */
final class SecurityFinder {
  static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int SUGGESTIONS = 3;

  private SecurityFinder() {}

  /** The one security of this ISIN, symbol or alias, also a removed one. */
  static Result<SecurityDetails> find(Session session, String identifier) {
    return search(session, identifier).then(matches -> chosen(session, identifier, matches));
  }

  private static Result<List<SecurityMatch>> search(Session session, String identifier) {
    return session
        .services()
        .universe()
        .searchSecurities(
            session.context(TIMEOUT), new SearchRequest(identifier, SearchRequest.LIMIT_MAX, true))
        .map(matches -> matches.matches());
  }

  private static Result<SecurityDetails> chosen(
      Session session, String identifier, List<SecurityMatch> matches) {
    List<Isin> named =
        matches.stream()
            .filter(
                match ->
                    match.kind() == SecurityMatch.Kind.EXACT
                        || match.kind() == SecurityMatch.Kind.ALIAS)
            .map(match -> match.security().isin())
            .toList();
    if (named.size() == 1) {
      return session
          .services()
          .universe()
          .getSecurityDetails(session.context(TIMEOUT), named.getFirst());
    }
    if (named.size() > 1) {
      return Result.failure(
          new Problem(
              FailureKind.FAILED_PRECONDITION,
              "IDENTIFIER_AMBIGUOUS",
              "expected %s to mean one security, found %s\nMaybe give its ISIN."
                  .formatted(
                      identifier,
                      named.stream().map(Isin::value).collect(Collectors.joining(", "))),
              List.of()));
    }
    return CommonReason.NOT_FOUND.failure(
        "no security has the ISIN, symbol or alias %s%s".formatted(identifier, maybe(matches)));
  }

  private static String maybe(List<SecurityMatch> matches) {
    return matches.isEmpty()
        ? "\nMaybe see: trader universe list"
        : matches.stream()
            .limit(SUGGESTIONS)
            .map(match -> match.security().symbol() + " (" + match.security().name() + ")")
            .collect(Collectors.joining(", ", "\nMaybe ", "?"));
  }

  /** All securities in the order of their ISIN. */
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
