package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the rates that a test told the fake universe is in force. */
final class FakeRates {
  private FakeRates() {}

  /** What is known of every rate that is asked for. */
  static FxRates all(List<FxRate> rates, FxRequest request, Instant now) {
    List<FxRate> found = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    for (Currency quote : request.quotes()) {
      latest(rates, request.base(), quote, now, request.firstAfter())
          .ifPresentOrElse(
              found::add,
              () -> absent.add(new Absent(request.base() + "/" + quote, "no rate known")));
    }
    return new FxRates(found, absent);
  }

  /** The rate told, its inverse, or the cross through EUR. */
  static Optional<FxRate> latest(
      List<FxRate> rates, Currency base, Currency quote, Instant now, @Nullable Instant after) {
    if (base.equals(quote)) {
      return Optional.of(FxRate.identity(base, now));
    }
    Optional<FxRate> direct = told(rates, base, quote, now, after);
    if (direct.isPresent() || base.equals(Currency.EUR) || quote.equals(Currency.EUR)) {
      return direct;
    }
    return told(rates, base, Currency.EUR, now, after)
        .flatMap(first -> told(rates, Currency.EUR, quote, now, after).map(first::then));
  }

  private static Optional<FxRate> told(
      List<FxRate> rates, Currency base, Currency quote, Instant now, @Nullable Instant after) {
    Comparator<FxRate> byAge = Comparator.comparing(FxRate::knownAt);
    return rates.stream()
        .filter(rate -> !rate.knownAt().isAfter(now))
        .filter(rate -> after == null || rate.knownAt().isAfter(after))
        .filter(
            rate ->
                (rate.base().equals(base) && rate.quote().equals(quote))
                    || (rate.base().equals(quote) && rate.quote().equals(base)))
        .max(after == null ? byAge : byAge.reversed())
        .map(rate -> rate.base().equals(base) ? rate : rate.inverse());
  }
}
