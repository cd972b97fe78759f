package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.money.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them; what is not known says so. */
final class Numbers {
  static final String UNKNOWN = "unknown";

  private Numbers() {}

  /** Such as 1,234.50 EUR. */
  static String money(@Nullable Money money) {
    return money == null
        ? UNKNOWN
        : String.format(Locale.ROOT, "%,." + money.currency().minorDigits() + "f", money.amount())
            + " "
            + money.currency();
  }

  /** A fraction as a percentage with one digit. */
  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
  }

  static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }
}
