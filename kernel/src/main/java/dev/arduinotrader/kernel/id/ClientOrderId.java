package dev.arduinotrader.kernel.id;

/**
 * Our own name of an order, made before it is sent and used to ask for it afterwards.
 *
 * @param value 1 to 128 printable ASCII characters without blanks
 */
public record ClientOrderId(String value) {
  public ClientOrderId {
    PrintableText.require("ClientOrderId", value);
  }

  public static ClientOrderId of(String value) {
    return new ClientOrderId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
