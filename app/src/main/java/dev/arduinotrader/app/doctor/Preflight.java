package dev.arduinotrader.app.doctor;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.app.session.SessionOpener;
import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.time.TraderClock;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the next order may leave from here: the whole installation as the doctor sees it, then
 * the account. The broker is asked for its news, which are booked; no order is sent.
 */
public final class Preflight {
  private final SessionOptions options;
  private final SessionOpener opener;
  private final Doctor doctor;

  public Preflight(SessionOptions options, SessionOpener opener, TraderClock clock) {
    this.options = options;
    this.opener = opener;
    this.doctor = new Doctor(options, opener, clock);
  }

  /** All diagnoses, in the order in which they were made; trading is ready when none fails. */
  public List<Diagnosis> look() {
    List<Diagnosis> found = new ArrayList<>(doctor.look());
    if (!Files.isDirectory(options.dataDirectory())) {
      found.add(
          Diagnosis.fail("account", "there is none yet", "trader run, or trader portfolio open"));
      return found;
    }
    switch (opener.open(options, Access.CHANGE)) {
      case Result.Failure<Session>(Problem problem) ->
          found.add(Diagnosis.fail("account", problem.message(), "trader status"));
      case Result.Success<Session>(Session session) -> {
        try (session) {
          found.addAll(new Readiness(session).look());
        }
      }
    }
    return found;
  }
}
