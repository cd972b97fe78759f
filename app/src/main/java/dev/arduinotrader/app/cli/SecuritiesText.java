package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.universe.Security;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Securities as the text of a securities.csv. */
final class SecuritiesText {
  private static final List<String> HEADER =
      List.of(
          "symbol",
          "isin",
          "name",
          "country",
          "industry",
          "exchange",
          "currency",
          "quote_unit",
          "lot",
          "product_type",
          "tick");

  private SecuritiesText() {}

  static String of(List<Security> securities) {
    StringBuilder text = new StringBuilder(Csv.line(HEADER));
    for (Security security : securities) {
      Price tick = security.tick();
      text.append(
          Csv.line(
              List.of(
                  security.symbol(),
                  security.isin().value(),
                  security.name(),
                  orBlank(security.country()),
                  orBlank(security.industry()),
                  security.exchange(),
                  security.quoteUnit().currency().code(),
                  security.quoteUnit().code(),
                  security.lot().toString(),
                  security.productType().name(),
                  tick == null ? "" : tick.value().toPlainString())));
    }
    return text.toString();
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }
}
