package dev.arduinotrader.kernel.result;

import java.util.Objects;

/**
 * One thing wrong with an input.
 *
 * @param place the field, line or key that is wrong, as the caller would name it
 * @param message what was expected and what was found
 */
public record Fault(String place, String message) {
  public Fault {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return place.isEmpty() ? message : place + ": " + message;
  }
}
