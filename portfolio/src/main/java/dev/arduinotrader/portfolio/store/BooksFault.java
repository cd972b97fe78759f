package dev.arduinotrader.portfolio.store;

/** A transaction of the ledger did not add up; it must not be committed. */
final class BooksFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BooksFault(String message) {
    super(message);
  }
}
