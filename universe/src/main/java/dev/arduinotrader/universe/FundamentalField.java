package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.money.QuoteUnit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a dated fact about a company or fund is about. */
public enum FundamentalField {
  TRAILING_PE("trailingPe", Measure.RATIO, "Price over the earnings of the last year."),
  FORWARD_PE("forwardPe", Measure.RATIO, "Price over the earnings expected for the next year."),
  PEG("peg", Measure.RATIO, "Price over earnings over the growth of earnings in percent."),
  PRICE_TO_BOOK("priceToBook", Measure.RATIO, "Market value over book value."),
  PRICE_TO_SALES("priceToSales", Measure.RATIO, "Market value over a year's revenue."),
  REVENUE_GROWTH("revenueGrowth", Measure.FRACTION, "Growth of a year's revenue."),
  EARNINGS_GROWTH("earningsGrowth", Measure.FRACTION, "Growth of a year's earnings."),
  PROFIT_MARGIN("profitMargin", Measure.FRACTION, "Profit over revenue."),
  OPERATING_MARGIN("operatingMargin", Measure.FRACTION, "Operating profit over revenue."),
  RETURN_ON_EQUITY("returnOnEquity", Measure.FRACTION, "Profit over equity."),
  DEBT_TO_EQUITY("debtToEquity", Measure.RATIO, "Debt over equity; 0.5 is half."),
  CURRENT_RATIO("currentRatio", Measure.RATIO, "Short assets over short debts."),
  MARKET_CAP("marketCap", Measure.MONEY, "Market value of all shares."),
  DIVIDEND_YIELD("dividendYield", Measure.SHARE, "A year's dividends over the price."),
  FIVE_YEAR_AVERAGE_YIELD(
      "fiveYearAverageYield", Measure.SHARE, "Mean dividend yield of the last five years."),
  PAYOUT_RATIO("payoutRatio", Measure.FRACTION, "Dividends over earnings."),
  EARNINGS_PER_SHARE("earningsPerShare", Measure.MONEY, "A year's earnings of one share."),
  EBITDA("ebitda", Measure.MONEY, "Earnings before interest, taxes and depreciation."),
  LOW_52_WEEKS("low52Weeks", Measure.PRICE, "Lowest price of the last 52 weeks."),
  HIGH_52_WEEKS("high52Weeks", Measure.PRICE, "Highest price of the last 52 weeks."),
  RECOMMENDATION(
      "recommendation", Measure.SCORE, "Analysts: 1 strong buy, 0.8 buy, 0.5 hold, 0.2 sell, 0."),
  TARGET_PRICE("targetPrice", Measure.PRICE, "Mean price that analysts expect in a year."),
  ANALYSTS("analysts", Measure.COUNT, "How many analysts were asked.");

  /** What the numbers of a field are. */
  public enum Measure {
    /** A plain number. */
    RATIO,
    /** 0.05 is five percent. */
    FRACTION,
    /** A fraction of a whole: 0 to 1. */
    SHARE,
    /** An amount in the security's currency. */
    MONEY,
    /** A price in the security's quote unit, above zero. */
    PRICE,
    /** 0 to 1. */
    SCORE,
    /** A whole number of zero or above. */
    COUNT
  }

  private static final BigDecimal FRACTION_MAX = BigDecimal.valueOf(1_000);

  private final String key;
  private final Measure measure;
  private final String meaning;

  FundamentalField(String key, Measure measure, String meaning) {
    this.key = key;
    this.measure = measure;
    this.meaning = meaning;
  }

  /** How files and programs name it, such as {@code trailingPe}. */
  public String key() {
    return key;
  }

  public Measure measure() {
    return measure;
  }

  /** One sentence for a person. */
  public String meaning() {
    return meaning;
  }

  public static Optional<FundamentalField> find(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equalsIgnoreCase(key)).findFirst();
  }

  /** The field of this key; throws {@link IllegalArgumentException} listing the keys. */
  public static FundamentalField of(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of %s, found '%s'"
                        .formatted(
                            Arrays.stream(values())
                                .map(FundamentalField::key)
                                .collect(Collectors.joining(", ")),
                            key)));
  }

  /** What a value of this field must be, when this one cannot be right; empty when it can. */
  public Optional<String> objection(BigDecimal value) {
    boolean possible =
        switch (measure) {
          case RATIO, MONEY -> true;
          case FRACTION -> value.abs().compareTo(FRACTION_MAX) <= 0;
          case SHARE, SCORE -> value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
          case PRICE -> value.signum() > 0;
          case COUNT -> value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0;
        };
    return possible ? Optional.empty() : Optional.of(expectation());
  }

  /** What its values of a security of this quote unit are counted in. */
  public String unit(QuoteUnit quoteUnit) {
    return switch (measure) {
      case RATIO -> "ratio";
      case FRACTION, SHARE -> "fraction";
      case MONEY -> quoteUnit.currency().code();
      case PRICE -> quoteUnit.code();
      case SCORE -> "score";
      case COUNT -> "count";
    };
  }

  private String expectation() {
    return switch (measure) {
      case RATIO, MONEY -> "a number";
      case FRACTION -> "a fraction such as 0.05 for five percent";
      case SHARE ->
          "a fraction from 0 to 1 (percents are mapped with %, such as Yield=" + key + "%)";
      case SCORE -> "a number from 0 to 1";
      case PRICE -> "a price above zero";
      case COUNT -> "a whole number of zero or above";
    };
  }
}
