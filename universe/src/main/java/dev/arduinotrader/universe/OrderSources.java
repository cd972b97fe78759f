package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.id.CommandId;
import java.util.List;

/**
 * The wish that sources are believed in this order.
 *
 * @param names at most 20 names of 1 to 40 lower-case letters, digits and dashes, each once; empty
 *     for the order that holds without the owner's
 */
public record OrderSources(CommandId commandId, List<String> names) {
  public OrderSources {
    names = List.copyOf(names);
  }
}
