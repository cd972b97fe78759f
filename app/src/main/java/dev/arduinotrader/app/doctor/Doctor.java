package dev.arduinotrader.app.doctor;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.app.session.SessionOpener;
import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.gateway.SystemStatus;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.health.HealthState;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.BrokerStatus;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks an installation over, running or not: the program and its place, the configuration, then
 * every service by its own checks. Changes nothing.
 */
public final class Doctor {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final SessionOptions options;
  private final SessionOpener opener;
  private final TraderClock clock;

  public Doctor(SessionOptions options, SessionOpener opener, TraderClock clock) {
    this.options = options;
    this.opener = opener;
    this.clock = clock;
  }

  /** All diagnoses, in the order in which they were made. */
  public List<Diagnosis> look() {
    List<Diagnosis> found = new ArrayList<>();
    found.addAll(new Installation(options, clock).look());
    found.addAll(new Network(options, clock).look());
    found.addAll(services());
    return found;
  }

  private List<Diagnosis> services() {
    if (!Files.isDirectory(options.dataDirectory())) {
      return List.of(Diagnosis.ok("services", "there is nothing to look at yet"));
    }
    return switch (opener.open(options, Access.READ)) {
      case Result.Failure<Session>(Problem problem) ->
          List.of(Diagnosis.fail("services", problem.message(), "trader run says more"));
      case Result.Success<Session>(Session session) -> {
        try (session) {
          yield services(session);
        }
      }
    };
  }

  private static List<Diagnosis> services(Session session) {
    List<Diagnosis> found = new ArrayList<>();
    switch (session.services().gateway().getSystemStatus(session.context(TIMEOUT))) {
      case Result.Failure<SystemStatus>(Problem problem) ->
          found.add(Diagnosis.fail("gateway", problem.message(), "trader health"));
      case Result.Success<SystemStatus>(SystemStatus status) -> {
        status.services().forEach(service -> found.add(service(service)));
        if (status.mode() != null && status.mode().halted()) {
          found.add(
              Diagnosis.warn(
                  "mode",
                  "halted: " + status.mode().haltReason(),
                  "trader resume --reason TEXT, when the cause is gone"));
        }
      }
    }
    found.add(broker(session));
    return found;
  }

  private static Diagnosis service(SystemStatus.ServiceStatus service) {
    return service.state().equals(HealthState.HEALTHY.name())
        ? Diagnosis.ok(service.name(), service.reason())
        : Diagnosis.fail(
            service.name(),
            service.state() + ": " + service.reason(),
            "read its log; trader status tells since when");
  }

  private static Diagnosis broker(Session session) {
    return switch (session.services().trading().getBrokerStatus(session.context(TIMEOUT))) {
      case Result.Failure<BrokerStatus>(Problem problem) ->
          Diagnosis.warn("broker", problem.message(), "trader reconcile says more");
      case Result.Success<BrokerStatus>(BrokerStatus status) ->
          status.connected() || status.lastAnswerAt() == null
              ? Diagnosis.ok("broker", status.name() + ": " + status.detail())
              : Diagnosis.fail(
                  "broker", status.name() + ": " + status.detail(), "trader reconcile says more");
    };
  }
}
