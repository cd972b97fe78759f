package dev.arduinotrader.universe.model.sample;

import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.model.Venue;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A security of the sample market and how its price behaves.
 *
 * @param digits digits after the point of its prices; the tick is one of the last
 * @param startPrice the level on the first day, in the quote unit
 * @param volatility standard deviation of a year's logarithmic return, such as 0.25
 * @param drift what it gains a year on average with its dividends, as a logarithm
 * @param dividendYield dividends of a year over the price
 * @param dividendsPerYear 0, 1, 2 or 4
 */
record SampleListing(
    Security security,
    Venue venue,
    int digits,
    double startPrice,
    double volatility,
    double drift,
    double dividendYield,
    int dividendsPerYear) {

  /** Shares of the variance: of the world, the country, the industry, and the security's own. */
  record Shares(double world, double country, double industry, double own) {}

  private static final Shares OF_A_COMPANY = new Shares(0.30, 0.10, 0.20, 0.40);
  private static final Shares OF_A_FUND = new Shares(0.65, 0.27, 0.00, 0.08);

  Shares shares() {
    return security.productType() == ProductType.ETF ? OF_A_FUND : OF_A_COMPANY;
  }

  String country() {
    return Objects.requireNonNull(security.country());
  }

  String industry() {
    return Objects.requireNonNull(security.industry());
  }

  /** How many ticks make one quote unit. */
  int ticksPerUnit() {
    return switch (digits) {
      case 0 -> 1;
      case 1 -> 10;
      case 2 -> 100;
      default -> throw new IllegalStateException("expected 0 to 2 digits, found " + digits);
    };
  }

  Price price(int ticks) {
    return new Price(BigDecimal.valueOf(ticks, digits), security.quoteUnit());
  }
}
