package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.doctor.Diagnosis;
import dev.arduinotrader.app.doctor.Doctor;
import dev.arduinotrader.platform.time.SystemClock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks the installation over. */
@Command(
    name = "doctor",
    description = {
      "Look the installation over, running or not: program, disk, clock, configuration, ports,"
          + " certificates, backups, every service, the broker.",
      "Each line says what to do. Changes nothing; exits 1 when something fails."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Invocation invocation;

  DoctorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<Diagnosis> found =
        new Doctor(invocation.sessionOptions(), invocation.opener(), SystemClock.system()).look();
    return DiagnosisView.show(invocation, found);
  }
}
