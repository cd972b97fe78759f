package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.doctor.Diagnosis;
import dev.arduinotrader.app.doctor.Diagnosis.Level;
import java.util.List;

/** Diagnoses as a person reads them, or a program. */
final class DiagnosisView {
  private DiagnosisView() {}

  /** Shows all of them; the exit code is that of a failure when one fails. */
  static int show(Invocation invocation, List<Diagnosis> found) {
    invocation.print(found, all -> print(invocation.console(), all));
    return count(found, Level.FAIL) > 0 ? ExitCode.FAILURE : ExitCode.OK;
  }

  private static void print(Console console, List<Diagnosis> found) {
    Table table = new Table("", "WHAT", "FOUND", "NEXT");
    found.forEach(one -> table.row(one.level().name(), one.subject(), one.found(), one.next()));
    console.print(table.render());
    console.say(
        "%d fail, %d to look at".formatted(count(found, Level.FAIL), count(found, Level.WARN)));
  }

  private static long count(List<Diagnosis> found, Level level) {
    return found.stream().filter(one -> one.level() == level).count();
  }
}
