package dev.arduinotrader.portfolio;

import java.util.Locale;

/** The formats of files that books are read from or written to. */
public enum BooksFormat {
  /** All facts without loss; our own. */
  BUNDLE,
  /** Our table of transactions. */
  CSV,
  PORTFOLIO_PERFORMANCE,
  GHOSTFOLIO,
  /** Written only. */
  HLEDGER,
  /** Written only. */
  BEANCOUNT;

  /** As a person writes it, such as portfolio-performance. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
