package dev.arduinotrader.kernel.id;

/**
 * Names one wish of a caller; the same id twice means the same wish, done once.
 *
 * @param value 1 to 128 printable ASCII characters without blanks
 */
public record CommandId(String value) {
  public CommandId {
    PrintableText.require("CommandId", value);
  }

  public static CommandId of(String value) {
    return new CommandId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
