package dev.arduinotrader.platform.placement;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits the description of a whole fleet into the files of its devices. The description is a
 * services file whose devices carry, besides their address, what their own files say.
 */
public final class DeploymentFiles {
  private static final Set<String> NETWORK_KEYS = Set.of("bind_address", "insecure_plaintext");
  private static final Set<String> DEVICE_KEYS =
      Set.of(
          "name",
          "address",
          "roles",
          "bind_address",
          "insecure_plaintext",
          "resources",
          "database",
          "tls");
  private static final ObjectMapper YAML =
      new ObjectMapper(
              new YAMLFactory()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS))
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final String origin;
  private final ObjectNode fleet;
  private final List<Fault> faults = new ArrayList<>();
  private final SortedMap<String, String> files = new TreeMap<>();

  private DeploymentFiles(String origin, ObjectNode fleet) {
    this.origin = origin;
    this.fleet = fleet;
  }

  /**
   * The files for a fleet: {@code services.yaml}, the same for all, and one {@code
   * device-<id>.yaml} for each device. Whether they are valid is for {@link FleetCheck} to say.
   *
   * @param origin the description's name, for messages and the first line of each file
   * @param description YAML with deployment, services, resources and devices
   * @return the texts by file name, or every fault of the devices' part
   */
  public static Result<SortedMap<String, String>> of(String origin, String description) {
    try {
      return YAML.readTree(description) instanceof ObjectNode fleet
          ? new DeploymentFiles(origin, fleet).split()
          : Result.failure(Problem.invalid(origin, "expected keys of a fleet, found none"));
    } catch (JsonProcessingException broken) {
      return Result.failure(
          Problem.invalid(
              origin + ":" + broken.getLocation().getLineNr(),
              "expected YAML, found: " + broken.getOriginalMessage()));
    }
  }

  private Result<SortedMap<String, String>> split() {
    ObjectNode services = fleet.deepCopy();
    ObjectNode addresses = services.putObject("devices");
    if (fleet.path("devices").isEmpty()) {
      fault("devices", "expected the devices of the fleet, found none");
    }
    for (Map.Entry<String, JsonNode> entry : fleet.path("devices").properties()) {
      if (entry.getValue() instanceof ObjectNode device) {
        device(entry.getKey(), device, addresses.putObject(entry.getKey()));
      } else {
        fault("devices." + entry.getKey(), "expected keys of its own, found " + entry.getValue());
      }
    }
    files.put("services.yaml", text(services));
    return faults.isEmpty()
        ? Result.success(files)
        : Result.failure(Problem.invalid(List.copyOf(faults)));
  }

  private void device(String id, ObjectNode described, ObjectNode address) {
    ObjectNode file = YAML.createObjectNode();
    ObjectNode device = file.putObject("device");
    device.put("id", id);
    ObjectNode network = YAML.createObjectNode();
    for (Map.Entry<String, JsonNode> entry : described.properties()) {
      String key = entry.getKey();
      if (!DEVICE_KEYS.contains(key)) {
        fault("devices." + id + "." + key, "unknown key; expected one of " + sorted());
      } else if (key.equals("address")) {
        address.set(key, entry.getValue());
      } else if (NETWORK_KEYS.contains(key)) {
        network.set(key, entry.getValue());
      } else {
        device.set(key, entry.getValue());
      }
    }
    if (!device.has("roles")) {
      device.set("roles", rolesOf(id));
    }
    if (described.has("address")) {
      network.set("advertise_address", described.get("address"));
    }
    device.set("network", network);
    files.put("device-" + id + ".yaml", text(file));
  }

  /** A device whose roles are not named does exactly what is placed on it. */
  private ArrayNode rolesOf(String id) {
    ArrayNode roles = YAML.createArrayNode();
    for (Map.Entry<String, JsonNode> service : fleet.path("services").properties()) {
      JsonNode homes = service.getValue();
      boolean lives = homes.path("device_id").asText().equals(id);
      for (JsonNode instance : homes.path("instances")) {
        lives |= instance.path("device_id").asText().equals(id);
      }
      if (lives) {
        roles.add(service.getKey());
      }
    }
    return roles;
  }

  private static String sorted() {
    return String.join(", ", DEVICE_KEYS.stream().sorted().toList());
  }

  private void fault(String path, String message) {
    faults.add(new Fault(origin + ": " + path, message));
  }

  private String text(ObjectNode content) {
    try {
      return "# Made from "
          + origin
          + " by 'trader config generate'. Change that file, not this one.\n"
          + YAML.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }
}
