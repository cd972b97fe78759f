package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.portfolio.Allocation.Alert;
import dev.arduinotrader.portfolio.Allocation.Severity;
import dev.arduinotrader.portfolio.Allocation.Share;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts from 0.8 of a policy's limit on, critical from 0.9 on. */
final class Concentration {
  private static final double WARNING_FROM = 0.8;
  private static final double CRITICAL_FROM = 0.9;

  /** Shares are quotients of decimals: a share that is a limit's part must not miss it. */
  private static final double ROUNDING = 1e-12;

  private Concentration() {}

  static Optional<Alert> alert(Share share, InvestmentPolicy policy) {
    Double limit = limit(share, policy);
    Double current = share.current();
    if (limit == null || current == null || current < WARNING_FROM * limit - ROUNDING) {
      return Optional.empty();
    }
    Severity severity =
        current >= CRITICAL_FROM * limit - ROUNDING ? Severity.CRITICAL : Severity.WARNING;
    return Optional.of(
        new Alert(share.kind(), share.name(), current, limit, WARNING_FROM * limit, severity));
  }

  private static @Nullable Double limit(Share share, InvestmentPolicy policy) {
    return switch (share.kind()) {
      case SECURITY -> {
        Double own = policy.wishOf(Isin.of(share.name())).maximumWeight();
        yield own == null ? Double.valueOf(policy.limits().securityWeightMax()) : own;
      }
      case COUNTRY -> policy.limits().countryWeightMax();
      case INDUSTRY -> policy.limits().industryWeightMax();
      case CURRENCY, GROUP -> null;
    };
  }
}
