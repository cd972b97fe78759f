package dev.arduinotrader.app.fleet;

import java.util.List;

/**
 * What a return to an earlier configuration has done, or would do.
 *
 * @param to what is in force then, such as the name of a backup
 * @param steps in their order, one sentence each
 * @param next what a person still has to do; empty when everything works
 */
public record RollbackReport(String to, List<String> steps, List<String> next) {
  public RollbackReport {
    steps = List.copyOf(steps);
    next = List.copyOf(next);
  }
}
