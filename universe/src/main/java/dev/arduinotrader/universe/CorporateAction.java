package dev.arduinotrader.universe;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a company does that changes holdings or what they are worth, as a source announced it.
 *
 * <p>Amounts and ratios count in shares as they were held at the close before the ex-date, before
 * any split of that date and of later ones. A source that works later splits into its amounts has
 * to be undone before.
 */
public sealed interface CorporateAction {
  /** A merger or spin-off gives at most so many different things for one share. */
  int LEGS_MAX = 4;

  /** The security whose holders are concerned. */
  Isin isin();

  /** The first day on which the security trades without it. */
  LocalDate exDate();

  Announcement announcement();

  @JsonProperty
  ActionKind kind();

  /** The same action as somebody else announced it, or at another time. */
  CorporateAction announcedBy(Announcement other);

  /** True when both say the same, whoever says it since when. */
  default boolean sameTerms(CorporateAction other) {
    return equals(other.announcedBy(announcement()));
  }

  /**
   * Who says so, and since when that is known.
   *
   * @param source such as sample-market, yahoo or file:actions.csv
   */
  record Announcement(String source, Instant knownAt) {}

  /**
   * A dividend in cash. Several of one ex-date are one, with the sum of their amounts.
   *
   * @param recordDate null when not known
   * @param payDate when the money arrives, null when not known
   * @param amountPerShare gross, above zero, in units of the currency (pounds, not pence)
   */
  record CashDividend(
      Isin isin,
      LocalDate exDate,
      @Nullable LocalDate recordDate,
      @Nullable LocalDate payDate,
      BigDecimal amountPerShare,
      Currency currency,
      Announcement announcement)
      implements CorporateAction {
    public CashDividend {
      ActionRules.above("amountPerShare", amountPerShare);
      amountPerShare = amountPerShare.stripTrailingZeros();
      ActionRules.notBefore("payDate", payDate, exDate);
    }

    @Override
    public ActionKind kind() {
      return ActionKind.CASH_DIVIDEND;
    }

    @Override
    public CorporateAction announcedBy(Announcement other) {
      return new CashDividend(isin, exDate, recordDate, payDate, amountPerShare, currency, other);
    }
  }

  /**
   * New shares take the place of old ones: 4 for 1, or 1 for 10 in a reverse split.
   *
   * @param newShares how many take the place of {@code oldShares}; both 1 to 1,000,000
   */
  record Split(Isin isin, LocalDate exDate, int newShares, int oldShares, Announcement announcement)
      implements CorporateAction {
    public Split {
      ActionRules.shares("newShares", newShares);
      ActionRules.shares("oldShares", oldShares);
      if (newShares == oldShares) {
        throw new IllegalArgumentException(
            "expected a split that changes the number of shares, found %d for %d"
                .formatted(newShares, oldShares));
      }
    }

    @Override
    public ActionKind kind() {
      return ActionKind.SPLIT;
    }

    @Override
    public CorporateAction announcedBy(Announcement other) {
      return new Split(isin, exDate, newShares, oldShares, other);
    }
  }

  /**
   * Holders receive something beside their shares, which they keep.
   *
   * @param payDate when it arrives, null when not known
   * @param legs what one share gives, 1 to 4
   */
  record SpinOff(
      Isin isin,
      LocalDate exDate,
      @Nullable LocalDate payDate,
      List<ActionLeg> legs,
      Announcement announcement)
      implements CorporateAction {
    public SpinOff {
      legs = ActionRules.legs(legs);
      ActionRules.notBefore("payDate", payDate, exDate);
    }

    @Override
    public ActionKind kind() {
      return ActionKind.SPIN_OFF;
    }

    @Override
    public CorporateAction announcedBy(Announcement other) {
      return new SpinOff(isin, exDate, payDate, legs, other);
    }
  }

  /**
   * Holders receive something in the place of their shares, which end.
   *
   * @param payDate when it arrives, null when not known
   * @param legs what one share gives, 1 to 4
   */
  record Merger(
      Isin isin,
      LocalDate exDate,
      @Nullable LocalDate payDate,
      List<ActionLeg> legs,
      Announcement announcement)
      implements CorporateAction {
    public Merger {
      legs = ActionRules.legs(legs);
      ActionRules.notBefore("payDate", payDate, exDate);
    }

    @Override
    public ActionKind kind() {
      return ActionKind.MERGER;
    }

    @Override
    public CorporateAction announcedBy(Announcement other) {
      return new Merger(isin, exDate, payDate, legs, other);
    }
  }
}
