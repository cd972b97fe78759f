package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.CycleCommand;
import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceInstance;
import dev.arduinotrader.platform.config.ServiceMode;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import dev.arduinotrader.platform.lifecycle.Running;
import dev.arduinotrader.platform.logging.LogSetup;
import dev.arduinotrader.platform.placement.Placement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A short life of the whole program on free ports: start, deposit, cycle, page, stop; once with all
 * calls over gRPC and once with all of them direct. Whoever watches it learns which classes a start
 * needs.
 */
public final class Training {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private Training() {}

  /** Runs it in a folder of its own, which is removed afterwards. */
  public static Result<Done> run() {
    try {
      Path folder = Files.createTempDirectory("trader-train");
      try {
        LogSetup.toFile(folder.resolve("logs"), "train", false);
        return ConfigLoader.load(null, null, Map.of())
            .then(shipped -> remotePlacement())
            .then(remote -> live(folder.resolve("remote"), remote))
            .then(done -> localPlacement())
            .then(local -> live(folder.resolve("local"), local));
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All seven services in this process on ports that are free now, each called over gRPC. */
  public static Result<Placement> remotePlacement() {
    return placement(ServiceMode.REMOTE);
  }

  /** The same with every call in this process. */
  public static Result<Placement> localPlacement() {
    return placement(ServiceMode.LOCAL);
  }

  private static Result<Placement> placement(ServiceMode mode) {
    DeviceConfig device = DeviceConfig.defaults();
    return Placement.of(
        device, onFreePorts(ServicesConfig.localOn(device.id()), device.id(), mode), null);
  }

  private static Result<Done> live(Path folder, Placement placement) {
    return TraderSystem.start(
            new SystemSettings(placement, folder, null, AccountId.of("paper-1"), true, true, false))
        .then(Training::use);
  }

  private static Result<Done> use(Running<TraderSystem> running) {
    try {
      TraderSystem system = running.value();
      GatewayService gateway = system.services().gateway();
      DepositCommand deposit =
          new DepositCommand(CommandId.of("train-deposit"), Money.of("30000", Currency.EUR));
      CycleCommand cycle = new CycleCommand(CommandId.of("train-cycle"), false);
      return gateway
          .processDeposit(system.context(TIMEOUT), deposit)
          .then(
              paid ->
                  gateway.triggerTradingCycle(
                      system.context(TIMEOUT), cycle, ProgressSink.ignoring()))
          .map(report -> look(system));
    } finally {
      running.lifecycle().stop(TIMEOUT);
    }
  }

  private static Done look(TraderSystem system) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path :
          List.of("/", "/api/status", "/api/metrics", "/api/portfolio", "/api/plans/latest")) {
        URI uri = URI.create("http://" + system.host() + ":" + system.httpPort() + path);
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
      }
      return Done.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ServicesConfig onFreePorts(
      ServicesConfig services, String device, ServiceMode mode) {
    Deque<Integer> free = freePorts(ServiceName.values().length + 1);
    Map<ServiceName, ServiceConfig> moved = new EnumMap<>(ServiceName.class);
    for (ServiceName name : ServiceName.values()) {
      ServiceConfig service = services.service(name);
      moved.put(
          name,
          new ServiceConfig(
              name,
              name == ServiceName.GATEWAY ? ServiceMode.LOCAL : mode,
              List.of(new ServiceInstance(device, free.pop())),
              null,
              name == ServiceName.GATEWAY ? free.pop() : null,
              service.client(),
              service.healthCheck()));
    }
    return new ServicesConfig(
        services.deployment(), moved, services.resources(), services.devices());
  }

  private static Deque<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      Deque<Integer> ports =
          new ArrayDeque<>(sockets.stream().map(ServerSocket::getLocalPort).toList());
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
