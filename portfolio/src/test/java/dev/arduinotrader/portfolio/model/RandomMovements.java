package dev.arduinotrader.portfolio.model;

import static dev.arduinotrader.portfolio.MovementsOf.at;
import static dev.arduinotrader.portfolio.MovementsOf.money;

import dev.arduinotrader.kernel.id.ClientOrderId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.portfolio.BrokerMovement;
import dev.arduinotrader.portfolio.CashFlowKind;
import dev.arduinotrader.portfolio.MovementsOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Streams of plausible and implausible facts: all are facts, whether or not they make sense. */
final class RandomMovements {
  private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "JPY");
  private static final List<CashFlowKind> KINDS = List.copyOf(EnumSet.allOf(CashFlowKind.class));
  private static final List<String> UNITS = List.of("USD", "GBX", "EUR", "JPY");
  private static final List<Isin> SECURITIES =
      List.of(
          MovementsOf.APPLE,
          MovementsOf.BP,
          Isin.privateCode("XETR", "SAP"),
          Isin.privateCode("XTKS", "7203"));

  private final Random random;

  RandomMovements(long seed) {
    this.random = new Random(seed);
  }

  /** Numbered 1, 2, 3, ...; some happen at the same instant. */
  List<BrokerMovement> next(int count) {
    List<BrokerMovement> movements = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      movements.add(one(number));
    }
    return movements;
  }

  private BrokerMovement one(int number) {
    Instant at = at(number / 2);
    return switch (random.nextInt(10)) {
      case 0, 1 -> flow(number, at);
      case 2 -> exchange(number, at);
      default -> execution(number, at);
    };
  }

  private BrokerMovement flow(int number, Instant at) {
    CashFlowKind kind = KINDS.get(random.nextInt(KINDS.size()));
    Money amount = amount(CURRENCIES.get(random.nextInt(CURRENCIES.size())), 5_000);
    boolean goes = kind == CashFlowKind.WITHDRAWAL || (kind != CashFlowKind.DEPOSIT && half());
    return new BrokerMovement.CashFlow(
        number, "m-" + number, at, kind, goes ? amount.negated() : amount, "");
  }

  private BrokerMovement exchange(int number, Instant at) {
    int from = random.nextInt(CURRENCIES.size());
    int to = (from + 1 + random.nextInt(CURRENCIES.size() - 1)) % CURRENCIES.size();
    return new BrokerMovement.Exchange(
        number,
        "m-" + number,
        at,
        ClientOrderId.of("o-" + number),
        amount(CURRENCIES.get(from), 2_000),
        amount(CURRENCIES.get(to), 2_000),
        half() ? money("0", "EUR") : amount("EUR", 3));
  }

  private BrokerMovement execution(int number, Instant at) {
    int security = random.nextInt(SECURITIES.size());
    QuoteUnit unit = QuoteUnit.of(UNITS.get(security));
    Price price = new Price(BigDecimal.valueOf(1 + random.nextInt(1_000_000), 3), unit);
    Quantity quantity =
        half()
            ? Quantity.of(1 + random.nextInt(40))
            : new Quantity(BigDecimal.valueOf(1 + random.nextInt(40_000), 3));
    String commissionCurrency = half() ? unit.currency().code() : "EUR";
    return new BrokerMovement.Execution(
        number,
        "m-" + number,
        at,
        ClientOrderId.of("o-" + number),
        SECURITIES.get(security),
        random.nextInt(5) < 3 ? Side.BUY : Side.SELL,
        quantity,
        price,
        price.times(quantity),
        amount(commissionCurrency, 9));
  }

  private Money amount(String currency, int wholeMax) {
    int whole = 1 + random.nextInt(wholeMax);
    return money(currency.equals("JPY") ? whole + "" : whole + "." + digits(), currency);
  }

  private String digits() {
    return "%02d".formatted(random.nextInt(100));
  }

  private boolean half() {
    return random.nextBoolean();
  }
}
