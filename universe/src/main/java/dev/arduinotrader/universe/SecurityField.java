package dev.arduinotrader.universe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of one fact about a security: one of the constants, or its symbol at a data source
 * ({@code data_symbol.yahoo}) or at a broker ({@code broker_symbol.tradernet}).
 */
public record SecurityField(@JsonValue String name) implements Comparable<SecurityField> {
  private static final String DATA_SYMBOL = "data_symbol.";
  private static final String BROKER_SYMBOL = "broker_symbol.";
  private static final Pattern ELSEWHERE =
      Pattern.compile("(data|broker)_symbol\\.[a-z0-9][a-z0-9-]{0,39}");

  /** In the order in which they are shown; before the constants, which are checked against it. */
  private static final List<String> FIXED =
      List.of(
          "symbol",
          "name",
          "product_type",
          "country",
          "industry",
          "exchange",
          "quote_unit",
          "lot",
          "tick",
          "tradable");

  public static final SecurityField SYMBOL = new SecurityField("symbol");
  public static final SecurityField NAME = new SecurityField("name");
  public static final SecurityField PRODUCT_TYPE = new SecurityField("product_type");
  public static final SecurityField COUNTRY = new SecurityField("country");
  public static final SecurityField INDUSTRY = new SecurityField("industry");
  public static final SecurityField EXCHANGE = new SecurityField("exchange");
  public static final SecurityField QUOTE_UNIT = new SecurityField("quote_unit");
  public static final SecurityField LOT = new SecurityField("lot");
  public static final SecurityField TICK = new SecurityField("tick");
  public static final SecurityField TRADABLE = new SecurityField("tradable");

  public SecurityField {
    if (!FIXED.contains(name) && !ELSEWHERE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected one of %s, data_symbol.SOURCE or broker_symbol.BROKER, found '%s'"
              .formatted(String.join(", ", FIXED), name));
    }
  }

  /** The field of this name; throws {@link IllegalArgumentException} listing the names. */
  @JsonCreator
  public static SecurityField of(String name) {
    return new SecurityField(name);
  }

  /** The fixed fields in the order in which they are shown. */
  public static List<SecurityField> fixed() {
    return FIXED.stream().map(SecurityField::of).toList();
  }

  /** The symbol at a source of prices, such as {@code yahoo}. */
  public static SecurityField dataSymbol(String source) {
    return new SecurityField(DATA_SYMBOL + source);
  }

  /** The symbol at a broker, such as {@code tradernet}. */
  public static SecurityField brokerSymbol(String broker) {
    return new SecurityField(BROKER_SYMBOL + broker);
  }

  /** True for a symbol at a data source or broker. */
  public boolean isSymbolElsewhere() {
    return name.startsWith(DATA_SYMBOL) || name.startsWith(BROKER_SYMBOL);
  }

  /** True when a security can do without it. */
  public boolean mayBeAbsent() {
    return isSymbolElsewhere() || equals(COUNTRY) || equals(INDUSTRY) || equals(TICK);
  }

  private int order() {
    int fixed = FIXED.indexOf(name);
    return fixed < 0 ? FIXED.size() : fixed;
  }

  @Override
  public int compareTo(SecurityField other) {
    int byOrder = Integer.compare(order(), other.order());
    return byOrder == 0 ? name.compareTo(other.name) : byOrder;
  }

  @Override
  public String toString() {
    return name;
  }
}
