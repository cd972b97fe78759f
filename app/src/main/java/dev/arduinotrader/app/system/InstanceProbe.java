package dev.arduinotrader.app.system;

import dev.arduinotrader.app.fleet.Instance;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.figures.ProcessFigures;
import dev.arduinotrader.platform.grpc.ProcessClient;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.metrics.CallCounts;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks one process over gRPC for the health of a service and for its calls. */
public final class InstanceProbe implements Instance {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final ServiceName service;
  private final @Nullable TlsIdentity identity;
  private final TraderClock clock = SystemClock.system();
  private final Ids ids = new RandomIds();

  /**
   * @param identity what the process is shown, null for plain text
   */
  public InstanceProbe(ServiceName service, @Nullable TlsIdentity identity) {
    this.service = service;
    this.identity = identity;
  }

  @Override
  public Result<Seen> look(Endpoint endpoint) {
    Target target =
        new Target(
            service.key(), endpoint.host(), endpoint.port(), ChannelSettings.withTimeout(TIMEOUT));
    Channels channels = new Channels(identity);
    try {
      RemoteCalls calls = channels.callsTo(target);
      return FleetProbe.client(service, calls)
          .healthCheck(context())
          .then(
              health ->
                  new ProcessClient(calls)
                      .figures(context())
                      .map(figures -> seen(health, figures)));
    } finally {
      channels.cut();
    }
  }

  private CallContext context() {
    return new CallContext(
        AccountId.SHARED, "migrate", ids.nextRequestId(), Deadline.after(TIMEOUT), clock.now());
  }

  private Seen seen(ServiceHealth health, ProcessFigures figures) {
    CallCounts total = CallCounts.NONE;
    for (var calls : figures.calls()) {
      if (calls.side() == CallSide.SERVER && calls.service().equals(service.key())) {
        total = total.plus(calls.figures().lifetime());
      }
    }
    return new Seen(
        health.healthy(),
        health.status(),
        health.version(),
        health.process().map(ProcessFacts::contractHash).orElse(""),
        total.totalCalls(),
        total.failedCalls());
  }
}
