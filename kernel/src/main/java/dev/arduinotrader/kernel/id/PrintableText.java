package dev.arduinotrader.kernel.id;

import java.util.regex.Pattern;

/** The rule that all opaque identities share. */
final class PrintableText {
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,128}");

  private PrintableText() {}

  static void require(String type, String value) {
    if (!PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "expected a " + type + " of 1 to 128 printable characters, found '" + value + "'");
    }
  }
}
