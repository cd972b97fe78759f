package dev.arduinotrader.kernel.id;

/**
 * Follows one request through every service that it touches.
 *
 * @param value 1 to 128 printable ASCII characters without blanks
 */
public record RequestId(String value) {
  public RequestId {
    PrintableText.require("RequestId", value);
  }

  public static RequestId of(String value) {
    return new RequestId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
