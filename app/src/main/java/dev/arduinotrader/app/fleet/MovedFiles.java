package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigFile.DeviceFile;
import dev.arduinotrader.platform.config.ConfigFile.ServicesFile;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.config.ServiceConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.ServicesConfig;
import dev.arduinotrader.platform.config.YamlEdit;
import dev.arduinotrader.platform.placement.Endpoint;
import dev.arduinotrader.platform.placement.FleetCheck;
import dev.arduinotrader.platform.placement.FleetReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration of a fleet in which one service lives elsewhere.
 *
 * @param from the id of the old home
 * @param oldEndpoint where it is called now
 * @param newEndpoint where it will be called
 * @param files both files of every device, by device
 */
record MovedFiles(
    String from, Endpoint oldEndpoint, Endpoint newEndpoint, Map<String, Configuration> files) {

  /**
   * The files after a move, checked as a whole fleet.
   *
   * @param now both files of every device
   * @param environment the variables that the files may refer to
   */
  static Result<MovedFiles> of(
      MoveWish wish, Map<String, Configuration> now, Map<String, String> environment) {
    Configuration target = now.get(wish.to());
    if (target == null) {
      return FleetReason.MOVE_REFUSED.failure(
          "expected one of the devices %s, found '%s'\nMaybe add it to the list of devices."
              .formatted(now.keySet(), wish.to()));
    }
    return withFiles(now, files -> FleetCheck.check(files, environment))
        .then(
            report ->
                withFiles(
                    Map.of(wish.to(), target),
                    files -> ConfigLoader.read(files.getLast(), environment)))
        .then(
            file ->
                file instanceof ServicesFile services
                    ? moved(wish, now, services.services(), environment)
                    : FleetReason.MOVE_REFUSED.failure(
                        "expected a services file of " + wish.to() + ", found a device file"));
  }

  private static Result<MovedFiles> moved(
      MoveWish wish,
      Map<String, Configuration> now,
      ServicesConfig services,
      Map<String, String> environment) {
    ServiceConfig before = services.service(wish.service());
    String from = before.instances().getFirst().deviceId();
    String refusal = refusal(wish, before, from, services, now);
    if (!refusal.isEmpty()) {
      return FleetReason.MOVE_REFUSED.failure(refusal);
    }
    int port = wish.port() == null ? before.instances().getFirst().port() : wish.port();
    Endpoint oldEndpoint =
        new Endpoint(address(services, from), before.instances().getFirst().port());
    Endpoint newEndpoint = new Endpoint(address(services, wish.to()), port);
    if (newEndpoint.equals(oldEndpoint)) {
      return FleetReason.MOVE_REFUSED.failure(
          "%s and %s have the same address, where %s is called already\nMaybe choose a --port."
              .formatted(from, wish.to(), newEndpoint.authority()));
    }
    Map<String, Configuration> next = new LinkedHashMap<>();
    int epoch = services.deployment().epoch() + 1;
    now.forEach(
        (id, texts) -> next.put(id, changed(wish, from, port, epoch, id, texts, environment)));
    return withFiles(next, files -> FleetCheck.check(files, environment))
        .map((FleetReport report) -> new MovedFiles(from, oldEndpoint, newEndpoint, next));
  }

  private static String address(ServicesConfig services, String device) {
    return Objects.requireNonNull(services.devices().get(device), device);
  }

  /** Why this cannot be done; empty when it can. */
  private static String refusal(
      MoveWish wish,
      ServiceConfig before,
      String from,
      ServicesConfig services,
      Map<String, Configuration> now) {
    String service = wish.service().key();
    if (wish.service() == ServiceName.GATEWAY) {
      return "the gateway stays where the page, its token and the archive are";
    }
    if (before.instances().size() > 1) {
      return service
          + " has several instances; take one from services.instances on every device instead";
    }
    if (before.address() != null) {
      return "services.%s.address says where it is called; change that instead".formatted(service);
    }
    if (from.equals(wish.to())) {
      return service + " lives on " + from + " already";
    }
    if (!now.containsKey(from)) {
      return "the list of devices lacks %s, where %s lives".formatted(from, service);
    }
    return services.devices().containsKey(wish.to())
        ? ""
        : "services.yaml does not know the device " + wish.to() + "; add its address to devices";
  }

  private static Configuration changed(
      MoveWish wish,
      String from,
      int port,
      int epoch,
      String id,
      Configuration texts,
      Map<String, String> environment) {
    List<String> service = List.of("services", wish.service().key());
    String services = texts.services();
    if (YamlEdit.has(services, with(service, "instances"))) {
      services =
          YamlEdit.set(
              services,
              with(service, "instances"),
              "[{device_id: %s, port: %d}]".formatted(wish.to(), port));
    }
    if (wish.service().isState()) {
      services = FleetPlaces.withEpoch(services, epoch);
    }
    services = YamlEdit.set(services, with(service, "device_id"), wish.to());
    services = YamlEdit.set(services, with(service, "port"), Integer.toString(port));
    String device = texts.device();
    if (id.equals(from) || id.equals(wish.to())) {
      device = withRoles(device, roles(texts, wish, id, environment));
    }
    return new Configuration(device, services);
  }

  static String withRoles(String device, List<String> roles) {
    return YamlEdit.set(device, List.of("device", "roles"), "[" + String.join(", ", roles) + "]");
  }

  /** The services of the device one by one: a group of which one has left is none any more. */
  private static List<String> roles(
      Configuration texts, MoveWish wish, String id, Map<String, String> environment) {
    DeviceConfig device =
        withFiles(Map.of(id, texts), files -> ConfigLoader.read(files.getFirst(), environment))
                    .orElseThrow()
                instanceof DeviceFile file
            ? file.device()
            : DeviceConfig.defaults();
    return Stream.of(ServiceName.values())
        .filter(
            name ->
                name == wish.service()
                    ? id.equals(wish.to())
                    : device.mayHost(name) && livesHere(texts, name, id, environment))
        .map(ServiceName::key)
        .collect(Collectors.toList());
  }

  private static boolean livesHere(
      Configuration texts, ServiceName name, String id, Map<String, String> environment) {
    return withFiles(Map.of(id, texts), files -> ConfigLoader.read(files.getLast(), environment))
                .orElseThrow()
            instanceof ServicesFile file
        && file.services().service(name).livesOn(id);
  }

  private static List<String> with(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }

  /** A question about files, for which they are written to a folder that goes with the answer. */
  interface FileQuestion<R> {
    Result<R> ask(List<Path> files);
  }

  /** The device file of each device, then its services file, each pair in a folder of its own. */
  static <R> Result<R> withFiles(Map<String, Configuration> fleet, FileQuestion<R> question) {
    List<Path> made = new ArrayList<>();
    try {
      Path folder = Files.createTempDirectory("trader-fleet");
      made.add(folder);
      List<Path> files = new ArrayList<>();
      for (Map.Entry<String, Configuration> device : fleet.entrySet()) {
        Path own = Files.createDirectory(folder.resolve(device.getKey()));
        made.add(own);
        files.add(Files.writeString(own.resolve("device.yaml"), device.getValue().device()));
        files.add(Files.writeString(own.resolve("services.yaml"), device.getValue().services()));
      }
      made.addAll(files);
      return question.ask(files);
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary folder cannot be written", e);
    } finally {
      made.reversed().forEach(file -> file.toFile().delete());
    }
  }
}
