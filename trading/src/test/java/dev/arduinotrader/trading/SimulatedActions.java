package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.CorporateAction.Announcement;
import dev.arduinotrader.universe.CorporateAction.CashDividend;
import dev.arduinotrader.universe.CorporateAction.Split;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** Dividends in two currencies, one known a day late, and a split within the simulated weeks. */
final class SimulatedActions {
  private static final LocalDate TODAY = LocalDate.ofInstant(World.START, ZoneOffset.UTC);
  private static final List<Integer> NEW_SHARES = List.of(2, 3, 4);

  private SimulatedActions() {}

  static void announce(World world, Random random) {
    LocalDate exDate = TODAY.plusDays(2 + random.nextInt(9));
    world
        .universe
        .action(new Split(World.SIEMENS, exDate, oneOf(NEW_SHARES, random), 1, known(World.START)))
        .action(dividend(World.APPLE, random, Currency.USD, false))
        .action(dividend(World.BARCLAYS, random, Currency.GBP, true));
  }

  /** What comes beside trades: money, or units with what was paid for a fraction. */
  static Money money(LedgerEntry entry) {
    return switch (entry) {
      case LedgerEntry.Dividend dividend -> dividend.net();
      case LedgerEntry.CorporateAction action -> action.cash();
      case LedgerEntry.OpeningPosition opening -> throw unexpected(opening);
      case LedgerEntry.Reversal reversal -> throw unexpected(reversal);
      case LedgerEntry.CashAdjustment adjustment -> throw unexpected(adjustment);
      case LedgerEntry.UnitsAdjustment adjustment -> throw unexpected(adjustment);
    };
  }

  private static AssertionError unexpected(LedgerEntry entry) {
    return new AssertionError("expected a dividend or a split, found " + entry);
  }

  private static CorporateAction dividend(
      Isin isin, Random random, Currency currency, boolean late) {
    LocalDate exDate = TODAY.plusDays(2 + random.nextInt(9));
    Instant known =
        late
            ? exDate.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(26))
            : World.START;
    BigDecimal perShare = BigDecimal.valueOf(1 + random.nextInt(9_999), 4);
    return new CashDividend(
        isin, exDate, null, exDate.plusDays(random.nextInt(5)), perShare, currency, known(known));
  }

  private static Announcement known(Instant at) {
    return new Announcement("fake", at);
  }

  private static int oneOf(List<Integer> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
