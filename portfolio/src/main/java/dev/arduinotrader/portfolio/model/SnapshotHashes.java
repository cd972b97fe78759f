package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.portfolio.CashBalance;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.OpenOrder;
import dev.arduinotrader.portfolio.Position;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place where the state that a plan is made from gets its two hashes. */
final class SnapshotHashes {
  /** Raised with every change of the form or of what it means. */
  private static final int VERSION = 2;

  /** Smaller movements of cash do not make another state. */
  private static final BigDecimal CASH_STEP = BigDecimal.valueOf(5);

  /** Prices that agree in so many digits are the same to a plan. */
  private static final MathContext MARKET_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private static final long SECONDS_PER_DAY = 86_400;
  private static final int ID_CHARACTERS = 16;

  private SnapshotHashes() {}

  /**
   * SHA-256 over what the account has and wants: exact quantities with the days of their last
   * trades, cash in steps of 5 units of its currency, open orders without their ids and instants,
   * the policy, and of every security what an order depends on.
   */
  static String identity(
      Currency base,
      List<CashBalance> cash,
      List<Position> positions,
      OpenExposure exposure,
      List<SnapshotSecurity> securities,
      InvestmentPolicy policy) {
    CanonicalText form = new CanonicalText("identity", VERSION).add(base.code());
    form.add(cash.size());
    cash.stream()
        .sorted(Comparator.comparing(CashBalance::currency))
        .forEach(balance -> addCash(form, balance));
    form.add(positions.size());
    positions.stream()
        .sorted(Comparator.comparing(Position::isin))
        .forEach(position -> addPosition(form, position));
    form.add(exposure.orders().size());
    exposure.orders().stream()
        .map(SnapshotHashes::orderForm)
        .sorted()
        .forEach(order -> form.add(order));
    form.add(securities.size());
    securities.stream()
        .sorted(Comparator.comparing(SnapshotSecurity::isin))
        .forEach(security -> addSecurity(form, security));
    PolicyForm.add(form, policy);
    return form.sha256();
  }

  private static void addCash(CanonicalText form, CashBalance balance) {
    form.add(balance.currency().code())
        .add(steps(balance.settled()))
        .add(steps(balance.unsettled()));
  }

  private static BigDecimal steps(Money money) {
    return money.amount().divide(CASH_STEP, 0, RoundingMode.FLOOR);
  }

  private static void addPosition(CanonicalText form, Position position) {
    form.add(position.isin().value())
        .add(position.quantity().value())
        .add(day(position.firstBoughtAt()))
        .add(day(position.lastBoughtAt()))
        .add(day(position.lastSoldAt()));
  }

  private static @Nullable String day(@Nullable Instant instant) {
    return instant == null
        ? null
        : Long.toString(Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY));
  }

  private static String orderForm(OpenOrder order) {
    Side side = order.side();
    CanonicalText form = new CanonicalText("order", VERSION);
    form.add(order.isin() == null ? null : order.isin().value())
        .add(side == null ? null : side.name())
        .add(order.state())
        .add(order.remaining().value());
    addMoney(form, order.reservedCash());
    addMoney(form, order.expectedCash());
    return form.text();
  }

  private static void addMoney(CanonicalText form, @Nullable Money money) {
    if (money == null) {
      form.add((String) null);
    } else {
      form.add(money.amount()).add(money.currency().code());
    }
  }

  private static void addSecurity(CanonicalText form, SnapshotSecurity security) {
    form.add(security.isin().value())
        .add(security.country())
        .add(security.industry())
        .add(security.exchange())
        .add(security.quoteUnit().code())
        .add(security.lot().size())
        .add(security.tradable())
        .add(day(security.dates().lastBoughtAt()))
        .add(day(security.dates().lastSoldAt()));
  }

  /** SHA-256 over prices and rates, each to four digits. */
  static String market(Currency base, List<SnapshotSecurity> securities, List<FxRate> rates) {
    CanonicalText form = new CanonicalText("market", VERSION).add(base.code());
    form.add(securities.size());
    securities.stream()
        .sorted(Comparator.comparing(SnapshotSecurity::isin))
        .forEach(security -> addPrice(form, security));
    form.add(rates.size());
    rates.stream()
        .sorted(Comparator.comparing(FxRate::quote))
        .forEach(rate -> form.add(rate.quote().code()).add(rate.rate().round(MARKET_DIGITS)));
    return form.sha256();
  }

  private static void addPrice(CanonicalText form, SnapshotSecurity security) {
    Price price = security.price();
    form.add(security.isin().value());
    if (price == null) {
      form.add((String) null);
    } else {
      form.add(price.value().round(MARKET_DIGITS)).add(price.unit().code());
    }
  }

  /** Both hashes' beginnings, and the decision time in microseconds. */
  static String id(String identityHash, String marketHash, Instant decisionTime) {
    long micros =
        Math.addExact(
            Math.multiplyExact(decisionTime.getEpochSecond(), 1_000_000L),
            decisionTime.getNano() / 1_000);
    return identityHash.substring(0, ID_CHARACTERS)
        + "-"
        + marketHash.substring(0, ID_CHARACTERS)
        + "-"
        + micros;
  }
}
