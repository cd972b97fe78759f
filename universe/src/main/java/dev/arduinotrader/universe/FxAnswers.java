package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.universe.calendars.ExchangeCalendars;
import dev.arduinotrader.universe.model.EuroRates;
import dev.arduinotrader.universe.model.Fixing;
import dev.arduinotrader.universe.model.FxAge;
import dev.arduinotrader.universe.model.FxCross;
import dev.arduinotrader.universe.model.FxHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what currencies cost, with what is missing or too old named. */
final class FxAnswers {
  private FxAnswers() {}

  /** The latest rates at an instant, or the first ones after another. */
  static FxRates rates(EuroRates rates, FxRequest request, Instant now) {
    List<FxRate> found = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    List<StaleRate> stale = new ArrayList<>();
    for (Currency quote : request.quotes()) {
      String pair = request.base() + "/" + quote;
      Optional<FxRate> rate = FxCross.rate(rates, request.base(), quote, request.firstAfter(), now);
      if (rate.isEmpty()) {
        absent.add(new Absent(pair, "no rate of it is known" + span(request.firstAfter(), now)));
        continue;
      }
      found.add(rate.get());
      int missed = fixingsMissed(rate.get(), now);
      if (request.firstAfter() == null && missed > FxAge.FIXINGS_MISSED_MAX) {
        stale.add(new StaleRate(pair, missed));
      }
    }
    return new FxRates(found, absent, stale);
  }

  /** Beyond the calendar of fixings every rate is stale. */
  private static int fixingsMissed(FxRate rate, Instant now) {
    return FxAge.fixingsMissed(rate.knownAt(), now, ExchangeCalendars.fixingDays())
        .orElse(Integer.MAX_VALUE);
  }

  private static String span(@Nullable Instant after, Instant now) {
    return after == null ? " at " + now : " after " + after + " and until " + now;
  }

  /** Daily rates of a pair; NOT_FOUND when a currency has none at all. */
  static Result<FxHistoryPage> history(EuroRates rates, FxHistoryRequest request, Instant now) {
    Optional<List<FxRate>> found =
        FxHistory.of(
            rates,
            request.base(),
            request.quote(),
            request.from(),
            request.to(),
            now,
            request.limit() + 1);
    return found
        .map(all -> Result.success(page(all, request.limit())))
        .orElseGet(
            () ->
                CommonReason.NOT_FOUND.failure(
                    "no daily rates of %s/%s are known at %s\nMaybe import the ECB's rates first."
                        .formatted(request.base(), request.quote(), now)));
  }

  private static FxHistoryPage page(List<FxRate> rates, int limit) {
    if (rates.size() <= limit) {
      return new FxHistoryPage(rates, null);
    }
    LocalDate next = LocalDate.ofEpochDay(Fixing.lastDue(rates.get(limit).knownAt()));
    return new FxHistoryPage(rates.subList(0, limit), next);
  }
}
