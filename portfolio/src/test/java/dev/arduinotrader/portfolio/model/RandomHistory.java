package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.at;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.LedgerEntry;
import dev.arduinotrader.portfolio.LedgerEntry.ActionKind;
import dev.arduinotrader.portfolio.LedgerEntry.Leg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Histories of all kinds of entries in five currencies, from a seed. */
public final class RandomHistory {
  private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "JPY", "CHF");
  private static final List<String> UNITS = List.of("EUR", "USD", "GBX", "JPY", "CHF");
  private static final List<CashFlowKind> FLOWS = List.copyOf(EnumSet.allOf(CashFlowKind.class));
  private static final List<ActionKind> ACTIONS = List.copyOf(EnumSet.allOf(ActionKind.class));

  private final Random random;
  private final List<Isin> securities = new ArrayList<>();

  public RandomHistory(long seed) {
    this.random = new Random(seed);
    for (String unit : UNITS) {
      securities.add(Isin.privateCode("XTST", unit + "-1"));
    }
  }

  /** Entries in the order in which they happened; ids m-1, m-2, ...; sequences 0. */
  public List<BrokerMovement> next(int count) {
    List<BrokerMovement> history = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      history.add(one(number));
    }
    return history;
  }

  /** The same entries in another order, some of them twice. */
  public List<BrokerMovement> arrivals(List<BrokerMovement> history) {
    List<BrokerMovement> arrivals = new ArrayList<>(history);
    for (BrokerMovement movement : history) {
      if (random.nextInt(5) == 0) {
        arrivals.add(movement);
      }
    }
    Collections.shuffle(arrivals, random);
    return arrivals;
  }

  private BrokerMovement one(int number) {
    Instant when = at(number / 2);
    String id = "m-" + number;
    return switch (random.nextInt(16)) {
      case 0, 1 -> flow(id, when);
      case 2 -> exchange(id, when);
      case 3 -> dividend(id, when);
      case 4 -> action(id, when);
      case 5 -> opening(id, when);
      case 6 -> new LedgerEntry.Reversal(0, id, when, "m-" + (1 + random.nextInt(number)), "test");
      case 7 -> adjustment(id, when);
      default -> execution(id, when);
    };
  }

  private BrokerMovement flow(String id, Instant when) {
    CashFlowKind kind = FLOWS.get(random.nextInt(FLOWS.size()));
    Money amount = amount(CURRENCIES.get(random.nextInt(5)), 5_000);
    boolean goes =
        kind == CashFlowKind.WITHDRAWAL || (kind != CashFlowKind.DEPOSIT && random.nextBoolean());
    return new BrokerMovement.CashFlow(0, id, when, kind, goes ? amount.negated() : amount, "");
  }

  private BrokerMovement exchange(String id, Instant when) {
    int from = random.nextInt(5);
    int to = (from + 1 + random.nextInt(4)) % 5;
    return new BrokerMovement.Exchange(
        0,
        id,
        when,
        ClientOrderId.of("o-" + id),
        amount(CURRENCIES.get(from), 2_000),
        amount(CURRENCIES.get(to), 2_000),
        amount("EUR", 3));
  }

  private BrokerMovement dividend(String id, Instant when) {
    int security = random.nextInt(5);
    Money gross = amount(CURRENCIES.get(security), 200);
    Money withheld = gross.times(new BigDecimal("0.15"), RoundingMode.DOWN);
    return new LedgerEntry.Dividend(0, id, when, securities.get(security), gross, withheld, "");
  }

  private BrokerMovement action(String id, Instant when) {
    int security = random.nextInt(5);
    Isin isin = securities.get(security);
    Currency currency = Currency.of(CURRENCIES.get(security));
    Isin child = Isin.privateCode("XTST", CURRENCIES.get(security) + "-child");
    Isin other = Isin.privateCode("XTST", CURRENCIES.get(security) + "-other");
    ActionKind kind = ACTIONS.get(random.nextInt(ACTIONS.size()));
    List<Leg> legs =
        switch (kind) {
          case SPLIT ->
              List.of(new Leg(isin, Quantity.of(1 + random.nextInt(30)), BigDecimal.ZERO));
          case SPIN_OFF ->
              List.of(new Leg(child, Quantity.of(1 + random.nextInt(9)), new BigDecimal("0.17")));
          case MERGER ->
              List.of(
                  new Leg(isin, Quantity.of(-1 - random.nextInt(40)), BigDecimal.ZERO),
                  new Leg(child, Quantity.of(1 + random.nextInt(9)), new BigDecimal("0.61")),
                  new Leg(other, Quantity.of(1 + random.nextInt(9)), new BigDecimal("0.3")));
        };
    Money cash = random.nextBoolean() ? Money.zero(currency) : amount(currency.code(), 50);
    return new LedgerEntry.CorporateAction(0, id, when, kind, isin, currency, legs, cash, "");
  }

  private BrokerMovement opening(String id, Instant when) {
    int security = random.nextInt(5);
    Currency currency = Currency.of(CURRENCIES.get(security));
    boolean known = random.nextBoolean();
    return new LedgerEntry.OpeningPosition(
        0,
        id,
        when,
        securities.get(security),
        Quantity.of(1 + random.nextInt(40)),
        currency,
        known ? amount(currency.code(), 900) : null,
        known ? when : null,
        "test");
  }

  private BrokerMovement adjustment(String id, Instant when) {
    int security = random.nextInt(5);
    Currency currency = Currency.of(CURRENCIES.get(security));
    if (random.nextBoolean()) {
      Money amount = amount(currency.code(), 9);
      return new LedgerEntry.CashAdjustment(
          0, id, when, random.nextBoolean() ? amount : amount.negated(), "test");
    }
    Quantity change = Quantity.of(1 + random.nextInt(4));
    return new LedgerEntry.UnitsAdjustment(
        0,
        id,
        when,
        securities.get(security),
        currency,
        random.nextBoolean() ? change : change.negated(),
        "test");
  }

  private BrokerMovement execution(String id, Instant when) {
    int security = random.nextInt(5);
    Price price =
        new Price(
            BigDecimal.valueOf(1 + random.nextInt(1_000_000), 3),
            QuoteUnit.of(UNITS.get(security)));
    Quantity quantity =
        random.nextBoolean()
            ? Quantity.of(1 + random.nextInt(40))
            : new Quantity(BigDecimal.valueOf(1 + random.nextInt(40_000), 3));
    return new BrokerMovement.Execution(
        0,
        id,
        when,
        ClientOrderId.of("o-" + id),
        securities.get(security),
        random.nextInt(5) < 3 ? Side.BUY : Side.SELL,
        quantity,
        price,
        price.times(quantity),
        amount(random.nextBoolean() ? price.currency().code() : "EUR", 9));
  }

  private Money amount(String currency, int wholeMax) {
    int whole = 1 + random.nextInt(wholeMax);
    String text =
        currency.equals("JPY") ? "" + whole : whole + ".%02d".formatted(random.nextInt(100));
    return Money.of(text, Currency.of(currency));
  }
}
