package dev.arduinotrader.kernel.id;

/**
 * Names one account: one portfolio at one broker in one environment.
 *
 * @param value lower-case letters, digits and dashes, at most 63 characters
 */
public record AccountId(String value) implements Comparable<AccountId> {
  /** Stands in calls that concern no single account, such as reading market data. */
  public static final AccountId SHARED = new AccountId("shared");

  public AccountId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException(
          "expected an account id of lower-case letters, digits and dashes such as paper-1, found '"
              + value
              + "'");
    }
  }

  public static AccountId of(String value) {
    return new AccountId(value);
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
