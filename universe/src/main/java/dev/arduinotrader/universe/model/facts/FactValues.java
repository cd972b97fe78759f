package dev.arduinotrader.universe.model.facts;

import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SecurityField;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of a security as texts. */
public final class FactValues {
  private FactValues() {}

  /** The facts of a security as texts; what it does not know is left out. */
  public static SortedMap<SecurityField, String> of(Security security) {
    SortedMap<SecurityField, String> facts = new TreeMap<>();
    facts.put(SecurityField.SYMBOL, security.symbol());
    facts.put(SecurityField.NAME, security.name());
    facts.put(SecurityField.PRODUCT_TYPE, security.productType().name());
    facts.put(SecurityField.EXCHANGE, security.exchange());
    facts.put(SecurityField.QUOTE_UNIT, security.quoteUnit().code());
    facts.put(SecurityField.LOT, security.lot().toString());
    facts.put(SecurityField.TRADABLE, Boolean.toString(security.tradable()));
    String country = security.country();
    String industry = security.industry();
    Price tick = security.tick();
    if (country != null) {
      facts.put(SecurityField.COUNTRY, country);
    }
    if (industry != null) {
      facts.put(SecurityField.INDUSTRY, industry);
    }
    if (tick != null) {
      facts.put(SecurityField.TICK, tick.value().toPlainString());
    }
    return facts;
  }
}
