package dev.arduinotrader.universe.sources;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.calendars.Venues;
import dev.arduinotrader.universe.model.BarSeries;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.calendar.SessionAnswer;
import dev.arduinotrader.universe.store.KnownQuote;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks the sources that have quotes for those of open markets, in the owner's order: the next one
 * only for what is still missing.
 *
 * <p>A quote is believed when it was made inside a session and lies between half and twice the last
 * daily close. Without a close there is nothing to tell a price from a lie by.
 */
public final class QuoteSync {
  private static final double TIMES_MAX = 2;

  private final List<SourceGuard> sources;
  private final Function<Security, Optional<BarSeries>> bars;
  private final Supplier<Duration> remaining;
  private final List<KnownQuote> believed = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param sources in the owner's order
   * @param bars the daily closes that are believed first
   * @param remaining how much time is left
   */
  public QuoteSync(
      List<SourceGuard> sources,
      Function<Security, Optional<BarSeries>> bars,
      Supplier<Duration> remaining) {
    this.sources = sources;
    this.bars = bars;
    this.remaining = remaining;
  }

  /** Asks for the quotes of those of the securities whose market is open. */
  public void run(List<Security> securities, Instant now) {
    Set<Isin> found = new HashSet<>();
    for (SourceGuard guard : sources) {
      List<Security> wanted =
          securities.stream()
              .filter(security -> !found.contains(security.isin()) && isOpen(security, now))
              .toList();
      boolean able = guard.source().abilities().contains(SourceAbility.QUOTES);
      if (able && !wanted.isEmpty() && remaining.get().isPositive()) {
        ask(guard, wanted);
        believed.forEach(quote -> found.add(quote.isin()));
      }
    }
  }

  /** What is worth keeping. */
  public List<KnownQuote> believed() {
    return List.copyOf(believed);
  }

  /** One sentence for each thing that failed. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  private void ask(SourceGuard guard, List<Security> wanted) {
    String source = guard.source().name();
    switch (guard.ask(remaining.get(), () -> guard.source().fetchQuotes(wanted))) {
      case Result.Failure<List<SourceQuote>>(Problem problem) ->
          failures.add("quotes from %s: %s".formatted(source, problem.message()));
      case Result.Success<List<SourceQuote>>(List<SourceQuote> quotes) -> {
        var bySecurity = wanted.stream().collect(Collectors.toMap(Security::isin, s -> s));
        for (SourceQuote quote : quotes) {
          Security security = bySecurity.get(quote.isin());
          if (security != null) {
            take(guard, security, quote);
          }
        }
      }
    }
  }

  private void take(SourceGuard guard, Security security, SourceQuote quote) {
    Optional<String> doubt = doubt(security, quote);
    if (doubt.isPresent()) {
      String why = "%s of %s: %s".formatted(quote.price(), security.symbol(), doubt.get());
      failures.add("quote from %s: %s".formatted(guard.source().name(), why));
      guard.lied(why);
    } else {
      believed.add(
          new KnownQuote(
              quote.isin(), quote.price(), quote.at(), guard.source().name(), quote.orders()));
    }
  }

  private Optional<String> doubt(Security security, SourceQuote quote) {
    if (!isOpen(security, quote.at())) {
      return Optional.of("expected a quote from inside a session, found one of " + quote.at());
    }
    Optional<BarSeries> series = bars.apply(security);
    if (series.isEmpty()) {
      return Optional.of("expected a daily close to compare it with, found none");
    }
    double[] closes = series.get().bars().closes();
    double times = quote.price().doubleValue() / closes[closes.length - 1];
    return times >= 1 / TIMES_MAX && times <= TIMES_MAX
        ? Optional.empty()
        : Optional.of(
            "expected half to twice the last close %s, found %.3g times it"
                .formatted(closes[closes.length - 1], times));
  }

  private static boolean isOpen(Security security, Instant at) {
    Venue venue = Venues.of(security.exchange());
    int day = venue.epochDay(at);
    return venue.calendar().isSession(LocalDate.ofEpochDay(day)) == SessionAnswer.YES
        && !at.isBefore(venue.openAt(day))
        && at.isBefore(venue.closeAt(day));
  }
}
