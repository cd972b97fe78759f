package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the account's value is spread, and how it should be.
 *
 * @param total cash and holdings in the base currency; null when something is not known
 * @param cash in the base currency; null when a rate is missing
 * @param shares by ISIN, then by country, industry, currency and the policy's groups; of each the
 *     largest first
 * @param alerts where a limit of the policy is near or passed, the worst first
 * @param unknown one sentence for everything that is not known
 */
public record Allocation(
    @Nullable Money total,
    @Nullable Money cash,
    List<Share> shares,
    List<Alert> alerts,
    List<String> unknown) {
  public Allocation {
    shares = List.copyOf(shares);
    alerts = List.copyOf(alerts);
    unknown = List.copyOf(unknown);
  }

  /** What a share is of. */
  public enum Kind {
    SECURITY,
    COUNTRY,
    INDUSTRY,
    CURRENCY,
    /** The groups of the policy, with the policy's weights as targets. */
    GROUP
  }

  /** Where a share is, seen from its target: balanced within 0.02. */
  public enum Status {
    /** There is no target, or the share is not known. */
    UNTARGETED,
    UNDERWEIGHT,
    BALANCED,
    OVERWEIGHT
  }

  /**
   * A part of the total; cash is in the total.
   *
   * @param name an ISIN, a country, an industry, a currency or a group; Cash for cash
   * @param value in the base currency; null when it is not known
   * @param current value / total; null when one of them is not known
   * @param target a fraction of the total; null without targets; a group's is the policy's
   */
  public record Share(
      Kind kind,
      String name,
      @Nullable Money value,
      @Nullable Double current,
      @Nullable Double target,
      Status status) {
    /** Current less target; null when one of them is. */
    public @Nullable Double deviation() {
      return current == null || target == null ? null : current - target;
    }
  }

  /** How bad a concentration is: critical from 0.9 of the limit on. */
  public enum Severity {
    WARNING,
    CRITICAL
  }

  /**
   * A share near or beyond a limit.
   *
   * @param current of the total
   * @param limit the policy's, that the optimiser uses too
   * @param threshold 0.8 of the limit
   */
  public record Alert(
      Kind kind, String name, double current, double limit, double threshold, Severity severity) {}
}
