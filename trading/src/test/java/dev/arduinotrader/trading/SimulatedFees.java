package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.trading.broker.AccountMovement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fees that the broker takes within the simulated weeks, in currencies of which there may be none.
 */
final class SimulatedFees {
  static final int FEES = 2;
  private static final int HOURS = 8 * 24;
  private static final List<Currency> CURRENCIES =
      List.of(Currency.EUR, Currency.USD, Currency.GBP);

  private SimulatedFees() {}

  static List<AccountMovement> of(Random random) {
    return IntStream.rangeClosed(1, FEES).mapToObj(number -> fee(number, random)).toList();
  }

  private static AccountMovement fee(int number, Random random) {
    BigDecimal amount = BigDecimal.valueOf(1_000 + random.nextInt(40_000), 2);
    Currency currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    return Owing.fee(
        "fee-" + number,
        World.START.plus(Duration.ofHours(random.nextInt(HOURS))),
        Money.of(amount, currency));
  }
}
