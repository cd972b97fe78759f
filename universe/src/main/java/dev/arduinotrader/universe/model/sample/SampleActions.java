package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.model.Venue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns what the sample market generated into corporate actions as anybody announces them. */
public final class SampleActions {
  private SampleActions() {}

  /**
   * Dividends per share as held on their ex-dates, and splits, oldest ex-date first.
   *
   * @param splits all of the security's splits, announced or not: amounts are undone by later ones
   * @param lastClosed only what was announced until this date at the venue
   */
  public static List<CorporateAction> of(
      List<SampleDividend> dividends, List<SampleSplit> splits, Venue venue, LocalDate lastClosed) {
    List<CorporateAction> actions = new ArrayList<>();
    for (SampleDividend dividend : dividends) {
      if (!dividend.announcedOn().isAfter(lastClosed)) {
        actions.add(dividend(dividend, splits, venue));
      }
    }
    for (SampleSplit split : splits) {
      if (!split.announcedOn().isAfter(lastClosed)) {
        actions.add(
            new CorporateAction.Split(
                split.isin(),
                split.exDate(),
                split.newShares(),
                split.oldShares(),
                announced(venue, split.announcedOn())));
      }
    }
    actions.sort(
        Comparator.comparing(CorporateAction::exDate).thenComparing(CorporateAction::kind));
    return List.copyOf(actions);
  }

  private static CorporateAction dividend(
      SampleDividend dividend, List<SampleSplit> splits, Venue venue) {
    BigDecimal amount = dividend.perShare().inCurrency();
    for (SampleSplit split : splits) {
      if (!split.exDate().isBefore(dividend.exDate())) {
        amount =
            amount
                .multiply(BigDecimal.valueOf(split.newShares()))
                .divide(BigDecimal.valueOf(split.oldShares()), MathContext.DECIMAL64);
      }
    }
    return new CorporateAction.CashDividend(
        dividend.isin(),
        dividend.exDate(),
        dividend.exDate().plusDays(1),
        dividend.payDate(),
        amount,
        dividend.perShare().currency(),
        announced(venue, dividend.announcedOn()));
  }

  private static CorporateAction.Announcement announced(Venue venue, LocalDate date) {
    return new CorporateAction.Announcement(SampleMarket.SOURCE, venue.closeAt(date.toEpochDay()));
  }
}
