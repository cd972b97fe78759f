package dev.arduinotrader.app.fleet;

import java.util.List;

/**
 * What a move has done, or would do.
 *
 * @param service its key
 * @param from the old home
 * @param to the new home
 * @param steps in their order, one sentence each
 */
public record MoveReport(String service, String from, String to, List<String> steps) {
  public MoveReport {
    steps = List.copyOf(steps);
  }
}
