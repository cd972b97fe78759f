package dev.arduinotrader.universe.sources;

import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.CorporateAction.Announcement;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.ShownNumbers;
import dev.arduinotrader.universe.model.Venue;
import dev.arduinotrader.universe.model.raw.RawBar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dividends and splits of a source's rows as corporate actions. */
final class RawActions {
  private static final int OLD_SHARES_MAX = 100;
  private static final int SHARES_MAX = 1_000_000;

  /** Factor files give ratios in seven digits. */
  private static final double RATIO_ERROR_MAX = 1e-4;

  private final Security security;
  private final String source;
  private final boolean splitsWorkedIn;
  private final Venue venue;
  private final Instant now;

  /**
   * @param splitsWorkedIn whether the source divides amounts by the splits that came later
   */
  RawActions(Security security, String source, boolean splitsWorkedIn, Venue venue, Instant now) {
    this.security = security;
    this.source = source;
    this.splitsWorkedIn = splitsWorkedIn;
    this.venue = venue;
    this.now = now;
  }

  /**
   * The actions of the rows that have a dividend or a split, oldest first. What is past counts as
   * known from its ex-date's open on, since the source does not say when it was announced.
   */
  List<CorporateAction> of(List<RawBar> rows) {
    List<RawBar> events =
        rows.stream().filter(bar -> bar.dividend() > 0 || bar.split() > 0).toList();
    List<CorporateAction> actions = new ArrayList<>();
    for (RawBar bar : events) {
      LocalDate date = bar.time().date();
      Instant open = venue.openAt(date.toEpochDay());
      Announcement announcement = new Announcement(source, open.isBefore(now) ? open : now);
      if (bar.dividend() > 0) {
        actions.add(
            new CorporateAction.CashDividend(
                security.isin(),
                date,
                null,
                null,
                amount(bar, events),
                security.quoteUnit().currency(),
                announcement));
      }
      if (bar.split() > 0) {
        split(bar, announcement).ifPresent(actions::add);
      }
    }
    return actions;
  }

  /** In the currency, for a share as it was held before the ex-date. */
  private BigDecimal amount(RawBar dividend, List<RawBar> events) {
    double pieces = 1;
    for (RawBar bar : events) {
      boolean sameDay = bar.time().date().equals(dividend.time().date());
      boolean later = bar.time().date().isAfter(dividend.time().date());
      if (bar.split() > 0 && (sameDay || (later && splitsWorkedIn))) {
        pieces *= bar.split();
      }
    }
    return ShownNumbers.decimal(
        dividend.dividend() * pieces / security.quoteUnit().unitsPerCurrency());
  }

  /** The ratio in the smallest whole numbers; none when it is 1 or no such ratio. */
  private Optional<CorporateAction> split(RawBar bar, Announcement announcement) {
    for (int old = 1; old <= OLD_SHARES_MAX; old++) {
      double wanted = bar.split() * old;
      long rounded = Math.round(wanted);
      boolean whole = Math.abs(wanted - rounded) <= RATIO_ERROR_MAX * wanted;
      if (whole && rounded >= 1 && rounded <= SHARES_MAX && rounded != old) {
        return Optional.of(
            new CorporateAction.Split(
                security.isin(), bar.time().date(), (int) rounded, old, announcement));
      }
      if (whole && rounded == old) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
