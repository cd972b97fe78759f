package dev.arduinotrader.portfolio.model.performance;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.Performance.Dimension;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which segment a part of the account belongs to. */
record SegmentNames(Dimension dimension, Map<Isin, SnapshotSecurity> securities, Currency base) {
  private static final String CASH = "Cash";
  private static final String UNKNOWN = "Unknown";

  /** Where the money of purchases comes from. */
  String residual() {
    return dimension == Dimension.CURRENCY ? base.code() : CASH;
  }

  String of(Node node) {
    return switch (node) {
      case Node.Cash(Currency currency) -> dimension == Dimension.CURRENCY ? currency.code() : CASH;
      case Node.Units(Isin isin) -> of(isin);
    };
  }

  String of(Isin isin) {
    SnapshotSecurity security = securities.get(isin);
    return security == null ? UNKNOWN : Objects.requireNonNullElse(name(security), UNKNOWN);
  }

  private @Nullable String name(SnapshotSecurity security) {
    return switch (dimension) {
      case COUNTRY -> security.country();
      case INDUSTRY -> security.industry();
      case CURRENCY -> security.quoteUnit().currency().code();
    };
  }
}
