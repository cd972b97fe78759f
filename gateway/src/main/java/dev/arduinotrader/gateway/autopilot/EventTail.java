package dev.arduinotrader.gateway.autopilot;

import dev.arduinotrader.gateway.store.GatewayStore;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Follows one service's event log, keeps each event once, and passes new ones on. */
public final class EventTail implements AutoCloseable {
  private static final Duration WATCH_TIMEOUT = Duration.ofSeconds(25);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String serviceName;
  private final TraderService service;
  private final GatewayStore store;
  private final TraderClock clock;
  private final Ids ids;
  private final Consumer<ServiceEvent> listener;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread thread;

  public EventTail(
      String serviceName,
      TraderService service,
      GatewayStore store,
      TraderClock clock,
      Ids ids,
      Consumer<ServiceEvent> listener) {
    this.serviceName = serviceName;
    this.service = service;
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("tail-" + serviceName).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!stopped.get()) {
      CallContext context =
          new CallContext(
              AccountId.SHARED,
              "gateway",
              ids.nextRequestId(),
              Deadline.after(WATCH_TIMEOUT),
              clock.now());
      // Ends at its deadline or with the connection; either way the next watch goes on after it.
      boolean complete =
          service.watchEvents(context, store.lastEvent(serviceName), sink()).isSuccess();
      if (!stopped.get() && (complete || !context.deadline().isExpired())) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private ProgressSink<ServiceEvent> sink() {
    return new ProgressSink<>() {
      @Override
      public void send(ServiceEvent event) {
        if (store.addEvent(serviceName, event)) {
          listener.accept(event);
        }
      }

      @Override
      public boolean isCancelled() {
        return stopped.get();
      }
    };
  }

  @Override
  public void close() {
    stopped.set(true);
    thread.interrupt();
  }
}
