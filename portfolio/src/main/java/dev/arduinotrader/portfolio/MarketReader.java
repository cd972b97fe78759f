package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.portfolio.model.Market;
import dev.arduinotrader.universe.Absent;
import dev.arduinotrader.universe.ActionPage;
import dev.arduinotrader.universe.ActionQuery;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.FxRates;
import dev.arduinotrader.universe.FxRequest;
import dev.arduinotrader.universe.Quote;
import dev.arduinotrader.universe.QuoteRequest;
import dev.arduinotrader.universe.Quotes;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityPage;
import dev.arduinotrader.universe.UniverseQuery;
import dev.arduinotrader.universe.UniverseService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the universe what a valuation needs, in as few calls as there are kinds of facts. */
final class MarketReader {
  private static final int PAGES_MAX = 100;

  /** A security that waits for its broker longer than this waits no more. */
  private static final int ACTION_DAYS = 400;

  private final UniverseService universe;

  MarketReader(UniverseService universe) {
    this.universe = universe;
  }

  /**
   * Securities with prices, and rates to their currencies and to others.
   *
   * @param wanted which securities of the universe
   * @param held securities that are needed also when they were removed from the universe
   * @param others currencies in use besides those of the securities
   */
  Result<Market> read(
      CallContext context,
      Currency base,
      Predicate<Isin> wanted,
      Collection<Isin> held,
      Collection<Currency> others) {
    return securities(context)
        .then(listed -> withRemoved(context, listed, held))
        .map(all -> all.stream().filter(security -> wanted.test(security.isin())).toList())
        .then(securities -> priced(context, base, securities, others));
  }

  /**
   * Rates, and the facts of some securities without their prices.
   *
   * @param traded securities of which the exchange must be known
   */
  Result<Market> rates(
      CallContext context,
      Currency base,
      Collection<Currency> currencies,
      Collection<Isin> traded) {
    Result<List<Security>> securities =
        traded.isEmpty()
            ? Result.success(List.of())
            : securities(context).then(listed -> withRemoved(context, listed, traded));
    return securities.then(
        all ->
            fxRates(context, base, currencies)
                .map(
                    rates ->
                        market(
                            base,
                            all.stream().filter(each -> traded.contains(each.isin())).toList(),
                            new Quotes(List.of(), List.of()),
                            rates)));
  }

  /** Facts of some securities, without prices; those that the universe does not know are absent. */
  Result<Map<Isin, SnapshotSecurity>> facts(
      CallContext context, Currency base, Collection<Isin> isins) {
    return rates(context, base, List.of(), isins)
        .map(
            seen ->
                seen.securities().stream()
                    .collect(Collectors.toMap(SnapshotSecurity::isin, each -> each)));
  }

  /** The corporate actions of the last year and a bit, in the order of their ex-dates. */
  Result<List<CorporateAction>> actions(CallContext context, List<Isin> isins) {
    List<CorporateAction> all = new ArrayList<>();
    if (isins.isEmpty()) {
      return Result.success(all);
    }
    LocalDate today = context.decisionTime().atZone(ZoneOffset.UTC).toLocalDate();
    String after = null;
    for (int pages = 0; pages < PAGES_MAX; pages++) {
      ActionQuery query =
          new ActionQuery(isins, today.minusDays(ACTION_DAYS), today, after, ActionQuery.LIMIT_MAX);
      switch (universe.listCorporateActions(context, query)) {
        case Result.Failure<ActionPage>(var problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<ActionPage>(ActionPage found) -> {
          all.addAll(found.actions());
          after = found.next();
        }
      }
      if (after == null) {
        return Result.success(all);
      }
    }
    throw new IllegalStateException(
        "expected at most " + PAGES_MAX + " pages of corporate actions, the universe has more");
  }

  /** The currency that a security is traded in; empty when the universe does not know it. */
  Optional<Currency> currencyOf(CallContext context, Isin isin) {
    return universe.getSecurity(context, isin) instanceof Result.Success<Security>(Security found)
        ? Optional.of(found.quoteUnit().currency())
        : Optional.empty();
  }

  /** The rate of one currency at the context's decision time; empty when there is none. */
  Result<Optional<FxRate>> rate(CallContext context, Currency base, Currency quote) {
    return fxRates(context, base, List.of(quote)).map(rates -> rates.rates().stream().findFirst());
  }

  /**
   * Adds securities that the universe no longer lists but still knows: what is held of them keeps
   * its value, and as they are not tradable no order touches them.
   */
  private Result<List<Security>> withRemoved(
      CallContext context, List<Security> listed, Collection<Isin> held) {
    SortedMap<Isin, Security> known = new TreeMap<>();
    listed.forEach(security -> known.put(security.isin(), security));
    for (Isin isin : new TreeSet<>(held)) {
      if (!known.containsKey(isin)) {
        Result<Security> asked = universe.getSecurity(context, isin);
        if (asked instanceof Result.Success<Security>(Security found)
            && found.isin().equals(isin)) {
          known.put(isin, found);
        }
        if (asked instanceof Result.Failure<Security>(Problem problem)
            && problem.kind() != FailureKind.NOT_FOUND) {
          return Result.failure(problem);
        }
      }
    }
    return Result.success(List.copyOf(known.values()));
  }

  /** Every security of the universe, in the order of ISIN. */
  Result<List<Security>> securities(CallContext context) {
    List<Security> all = new ArrayList<>();
    String after = null;
    for (int pages = 0; pages < PAGES_MAX; pages++) {
      Result<SecurityPage> page =
          universe.getUniverse(context, new UniverseQuery(after, UniverseQuery.LIMIT_MAX));
      switch (page) {
        case Result.Failure<SecurityPage>(var problem) -> {
          return Result.failure(problem);
        }
        case Result.Success<SecurityPage>(SecurityPage found) -> {
          all.addAll(found.securities());
          after = found.nextAfterIsin();
        }
      }
      if (after == null) {
        return Result.success(all);
      }
    }
    throw new IllegalStateException(
        "expected at most " + PAGES_MAX + " pages of securities, the universe has more");
  }

  private Result<Market> priced(
      CallContext context, Currency base, List<Security> securities, Collection<Currency> others) {
    SortedSet<Currency> currencies = new TreeSet<>(others);
    securities.forEach(security -> currencies.add(security.quoteUnit().currency()));
    return quotes(context, securities)
        .then(
            quotes ->
                fxRates(context, base, currencies)
                    .map(rates -> market(base, securities, quotes, rates)));
  }

  private Result<Quotes> quotes(CallContext context, List<Security> securities) {
    return securities.isEmpty()
        ? Result.success(new Quotes(List.of(), List.of()))
        : universe.getQuotes(
            context, QuoteRequest.latest(securities.stream().map(Security::isin).toList()));
  }

  private Result<FxRates> fxRates(
      CallContext context, Currency base, Collection<Currency> currencies) {
    SortedSet<Currency> quotes = new TreeSet<>(currencies);
    quotes.remove(base);
    return quotes.isEmpty()
        ? Result.success(new FxRates(List.of(), List.of()))
        : universe.getFxRates(context, new FxRequest(base, List.copyOf(quotes), null));
  }

  private static Market market(
      Currency base, List<Security> securities, Quotes quotes, FxRates rates) {
    Map<Isin, Quote> byIsin = new HashMap<>();
    quotes.quotes().forEach(quote -> byIsin.put(quote.isin(), quote));
    Map<String, String> reasons = reasons(quotes.absent());
    reasons.putAll(reasons(rates.absent()));
    return new Market(
        base,
        securities.stream().map(security -> seen(security, byIsin.get(security.isin()))).toList(),
        rates.rates(),
        reasons,
        byIsin.values().stream().collect(Collectors.toMap(Quote::isin, Quote::source)));
  }

  private static Map<String, String> reasons(List<Absent> absent) {
    Map<String, String> reasons = new HashMap<>();
    absent.forEach(each -> reasons.put(each.key(), each.reason()));
    return reasons;
  }

  private static SnapshotSecurity seen(Security security, @Nullable Quote quote) {
    return new SnapshotSecurity(
        security.isin(),
        security.symbol(),
        security.name(),
        security.country(),
        security.industry(),
        security.exchange(),
        security.quoteUnit(),
        security.lot(),
        security.tradable(),
        quote == null ? null : quote.price(),
        quote == null ? null : quote.at());
  }
}
