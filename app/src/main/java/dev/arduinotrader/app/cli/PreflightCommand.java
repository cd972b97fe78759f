package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.doctor.Preflight;
import dev.arduinotrader.platform.time.SystemClock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says whether the next order may leave from here. */
@Command(
    name = "preflight",
    description = {
      "Say whether trading is ready: all that trader doctor looks at, then the account's mode,"
          + " books, broker, orders of unknown fate and prices.",
      "Asks the broker for its news, as trader reconcile does; sends no order. Exits 1 when"
          + " something fails."
    })
final class PreflightCommand implements Callable<Integer> {
  private final Invocation invocation;

  PreflightCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return DiagnosisView.show(
        invocation,
        new Preflight(invocation.sessionOptions(), invocation.opener(), SystemClock.system())
            .look());
  }
}
