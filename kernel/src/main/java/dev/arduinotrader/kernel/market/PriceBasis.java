package dev.arduinotrader.kernel.market;

/** What has been worked into the values of a price series. */
public enum PriceBasis {
  /** As traded on the day. */
  RAW,
  /** Earlier values divided by later splits. */
  SPLIT_ADJUSTED,
  /** Splits and dividends worked in: dividends must not be counted a second time. */
  TOTAL_RETURN
}
