package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.ProductType;
import dev.arduinotrader.universe.Security;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts about a security, both ways. */
final class SecurityMessages {
  private SecurityMessages() {}

  static dev.arduinotrader.contracts.common.Security toProto(Security security) {
    Price tick = security.tick();
    return dev.arduinotrader.contracts.common.Security.newBuilder()
        .setIsin(security.isin().value())
        .setSymbol(security.symbol())
        .setName(security.name())
        .setProductType(security.productType().name())
        .setCountry(Objects.requireNonNullElse(security.country(), ""))
        .setIndustry(Objects.requireNonNullElse(security.industry(), ""))
        .setExchange(security.exchange())
        .setCurrency(security.quoteUnit().currency().code())
        .setQuoteUnit(security.quoteUnit().code())
        .setLot(security.lot().toString())
        .setTick(tick == null ? "" : tick.value().toPlainString())
        .setTradable(security.tradable())
        .setSimulated(security.simulated())
        .build();
  }

  /** A security that a server of ours has sent. */
  static Security security(dev.arduinotrader.contracts.common.Security message) {
    QuoteUnit unit = QuoteUnit.of(message.getQuoteUnit());
    return new Security(
        Isin.of(message.getIsin()),
        message.getSymbol(),
        message.getName(),
        productType(message.getProductType()),
        orNull(message.getCountry()),
        orNull(message.getIndustry()),
        message.getExchange(),
        unit,
        Lot.of(message.getLot()),
        message.getTick().isEmpty() ? null : Price.of(message.getTick(), unit),
        message.getTradable(),
        message.getSimulated());
  }

  /** Notes every fault of a security that anybody may have sent. */
  static void check(
      String field, dev.arduinotrader.contracts.common.Security message, FieldReader fields) {
    fields.isin(field + ".isin", message.getIsin());
    fields.text(field + ".symbol", message.getSymbol());
    fields.text(field + ".name", message.getName());
    fields.read(field + ".product_type", () -> productType(message.getProductType()));
    fields.text(field + ".exchange", message.getExchange());
    fields.read(field + ".lot", () -> Lot.of(message.getLot()));
    QuoteUnit unit = fields.read(field + ".quote_unit", () -> QuoteUnit.of(message.getQuoteUnit()));
    if (unit == null) {
      return;
    }
    if (!message.getCurrency().equals(unit.currency().code())) {
      fields.fault(
          field + ".currency",
          "expected %s, the currency of quote unit %s, found '%s'"
              .formatted(unit.currency(), unit, message.getCurrency()));
    }
    if (!message.getTick().isEmpty()) {
      fields.read(field + ".tick", () -> Price.of(message.getTick(), unit));
    }
  }

  private static ProductType productType(String text) {
    return Arrays.stream(ProductType.values())
        .filter(type -> type.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of %s, found '%s'"
                        .formatted(Arrays.toString(ProductType.values()), text)));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
