package dev.arduinotrader.app.fleet;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the list of all devices, {@code fleet.yaml}: how each is reached, and where it has what.
 */
public final class FleetList {
  /** What a device has, in the order of docs/configuration.md. */
  static final List<String> KEYS =
      List.of("ssh", "folder", "launcher", "device_config", "services_config", "data");

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private FleetList() {}

  /**
   * The devices of the file, by id.
   *
   * @return every fault of the file at once
   */
  public static Result<Map<String, DeviceHome>> read(Path file) {
    if (!Files.isReadable(file)) {
      return Result.failure(
          Problem.invalid(
              file.toString(),
              "expected the list of all devices, found none\nMaybe write it (docs/operations.md,"
                  + " Moving a service), or name it with --fleet FILE."));
    }
    try {
      return devices(file, YAML.readTree(Files.readString(file)));
    } catch (IOException e) {
      return Result.failure(
          Problem.invalid(file.toString(), "expected YAML, found: " + e.getMessage()));
    }
  }

  private static Result<Map<String, DeviceHome>> devices(Path file, JsonNode root) {
    List<Fault> faults = new ArrayList<>();
    Map<String, DeviceHome> devices = new LinkedHashMap<>();
    refuseOthers(root, List.of("devices"), file.toString(), faults);
    JsonNode listed = root.path("devices");
    if (!listed.isObject() || listed.isEmpty()) {
      faults.add(new Fault(file.toString(), "devices: expected devices by their ids, found none"));
    }
    listed
        .properties()
        .forEach(
            entry -> {
              String place = file + ": devices." + entry.getKey();
              check(entry.getValue(), place, faults);
              devices.put(entry.getKey(), device(entry.getKey(), entry.getValue()));
            });
    return faults.isEmpty() ? Result.success(devices) : Result.failure(Problem.invalid(faults));
  }

  private static void check(JsonNode keys, String place, List<Fault> faults) {
    refuseOthers(keys, KEYS, place, faults);
    for (String key : KEYS) {
      JsonNode value = keys.path(key);
      if (!value.isMissingNode() && (!value.isValueNode() || value.asText().isBlank())) {
        faults.add(new Fault(place, key + ": expected a text, found none"));
      }
    }
    if (!keys.has("folder")) {
      faults.add(new Fault(place, "folder: missing; expected where the program is"));
    }
    if (keys.path("ssh").asText().startsWith("-")) {
      faults.add(new Fault(place, "ssh: expected USER@HOST, found an option of ssh"));
    }
  }

  private static void refuseOthers(
      JsonNode keys, List<String> known, String place, List<Fault> faults) {
    keys.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                faults.add(
                    new Fault(
                        place, key + ": unknown key; expected one of " + String.join(", ", known)));
              }
            });
  }

  private static DeviceHome device(String id, JsonNode keys) {
    return new DeviceHome(
        id,
        keys.has("ssh") ? keys.path("ssh").asText() : null,
        keys.path("folder").asText(),
        keys.path("launcher").asText("./trader"),
        keys.path("device_config").asText("device.yaml"),
        keys.path("services_config").asText("services.yaml"),
        keys.path("data").asText("data"));
  }
}
