package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.Account;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.Environment;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample portfolio in three currencies whose parts add up. */
public final class SampleFund {
  /** The securities of the sample, all invented. */
  public static final Isin ALBA = Isin.privateCode("XSIM", "ALBA");

  public static final Isin NORD = Isin.privateCode("XSIM", "NORD");
  public static final Isin KIRI = Isin.privateCode("XSIM", "KIRI");
  public static final Isin THMS = Isin.privateCode("XSIM", "THMS");
  public static final Isin HALE = Isin.privateCode("XSIM", "HALE");

  private static final Money DEPOSITED = Money.of("30000.00", Currency.EUR);

  private SampleFund() {}

  /** Cash in three currencies, five holdings, two open orders. */
  public static Summary summary(Instant now) {
    List<FxRate> rates = rates(now);
    List<CashBalance> cash =
        List.of(
            cash("EUR", "1284.16", "250.00", rates),
            cash("GBP", "42.80", "0.00", rates),
            cash("USD", "3310.55", "1204.37", rates));
    List<Position> positions =
        List.of(
            position(ALBA, "ALBA", "Alba Banca", "310", "18.42", "EUR", "5402.11", now, rates),
            position(HALE, "HALE", "Hale Robotics", "42", "171.21", "USD", "6930.40", now, rates),
            position(KIRI, "KIRI", "Kiri Instruments", "55", "88.9", "USD", "5022.18", now, rates),
            position(NORD, "NORD", "Nordlys Energi", "120", "37.155", "EUR", "4390.74", now, rates),
            position(THMS, "THMS", "Thames Freight", "640", "812.4", "GBX", "5311.00", now, rates));
    return summary(now, cash, positions, rates, List.of(), orders(now));
  }

  /** An account without money. */
  public static Summary empty(Instant now) {
    Money nothing = Money.zero(Currency.EUR);
    return new Summary(
        account(now),
        Currency.EUR,
        now,
        nothing,
        nothing,
        nothing,
        nothing,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A holding without a price: its value and the total are unknown. */
  public static Summary unpriced(Instant now) {
    Position blind =
        new Position(
            KIRI,
            "KIRI",
            "Kiri Instruments",
            Quantity.of(55),
            null,
            null,
            null,
            null,
            null,
            now.minus(Duration.ofDays(90)),
            null,
            null,
            "no price since 2026-11-12");
    List<FxRate> rates = rates(now);
    return new Summary(
        account(now),
        Currency.EUR,
        now,
        Money.of("1284.16", Currency.EUR),
        null,
        null,
        DEPOSITED,
        List.of(cash("EUR", "1284.16", "0.00", rates)),
        List.of(blind),
        rates,
        List.of("the value of KIRI: no price since 2026-11-12"),
        List.of());
  }

  private static Summary summary(
      Instant now,
      List<CashBalance> balances,
      List<Position> positions,
      List<FxRate> rates,
      List<String> unknown,
      List<OpenOrder> orders) {
    Money cash = Money.zero(Currency.EUR);
    for (CashBalance balance : balances) {
      cash = plus(cash, balance.totalInBase());
    }
    Money holdings = Money.zero(Currency.EUR);
    for (Position position : positions) {
      holdings = plus(holdings, position.valueInBase());
    }
    return new Summary(
        account(now),
        Currency.EUR,
        now,
        cash,
        holdings,
        cash.plus(holdings),
        DEPOSITED,
        balances,
        positions,
        rates,
        unknown,
        orders);
  }

  private static Money plus(Money sum, @Nullable Money part) {
    return part == null ? sum : sum.plus(part);
  }

  private static Account account(Instant now) {
    return new Account(
        AccountId.of("paper-1"),
        Currency.EUR,
        "paper",
        Environment.PAPER,
        now.minus(Duration.ofDays(200)));
  }

  private static List<FxRate> rates(Instant now) {
    Instant known = now.minus(Duration.ofHours(6));
    return List.of(
        new FxRate(Currency.EUR, Currency.GBP, new BigDecimal("0.8674"), known, "simulated"),
        new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.0725"), known, "simulated"));
  }

  private static CashBalance cash(String code, String total, String reserved, List<FxRate> rates) {
    Currency currency = Currency.of(code);
    Money all = Money.of(total, currency);
    Money held = Money.of(reserved, currency);
    return new CashBalance(
        currency, all, Money.zero(currency), held, all.minus(held), all, inBase(all, rates));
  }

  private static Position position(
      Isin isin,
      String symbol,
      String name,
      String quantity,
      String price,
      String unit,
      String cost,
      Instant now,
      List<FxRate> rates) {
    Price latest = Price.of(price, QuoteUnit.of(unit));
    Quantity held = Quantity.of(quantity);
    Money value = latest.times(held);
    return new Position(
        isin,
        symbol,
        name,
        held,
        Money.of(cost, latest.currency()),
        latest,
        now.minus(Duration.ofHours(3)),
        value,
        inBase(value, rates),
        now.minus(Duration.ofDays(120)),
        now.minus(Duration.ofDays(9)),
        null,
        "");
  }

  private static Money inBase(Money money, List<FxRate> rates) {
    return money.currency().equals(Currency.EUR)
        ? money
        : rates.stream()
            .filter(rate -> rate.quote().equals(money.currency()))
            .findFirst()
            .orElseThrow()
            .convert(money, RoundingMode.HALF_EVEN);
  }

  private static List<OpenOrder> orders(Instant now) {
    Instant created = now.minus(Duration.ofMinutes(24));
    return List.of(
        new OpenOrder(
            ClientOrderId.of("at-1001-1"),
            null,
            null,
            "EUR to USD",
            "ACCEPTED",
            Quantity.ZERO,
            Money.of("250.00", Currency.EUR),
            Money.of("267.10", Currency.USD),
            created),
        new OpenOrder(
            ClientOrderId.of("at-1002-1"),
            HALE,
            Side.BUY,
            "BUY 7 HALE",
            "ACCEPTED",
            Quantity.of(7),
            Money.of("1204.37", Currency.USD),
            null,
            created));
  }
}
