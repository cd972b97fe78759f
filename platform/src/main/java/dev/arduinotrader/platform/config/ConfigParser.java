package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigFile.DeviceFile;
import dev.arduinotrader.platform.config.ConfigFile.ServicesFile;
import dev.arduinotrader.platform.config.YamlNode.Mapping;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one configuration file and checks all that can be checked without the other one. */
final class ConfigParser {
  private static final long FILE_BYTES_MAX = 1_048_576;

  /** The two kinds of file. */
  enum Kind {
    DEVICE,
    SERVICES
  }

  private final Path path;
  private final String origin;
  private final ReadContext context;

  private ConfigParser(Path path, String origin, Map<String, String> environment) {
    this.path = path;
    this.origin = origin;
    this.context = new ReadContext(path.toString(), environment);
  }

  /**
   * The content of a file.
   *
   * @param path the file
   * @param origin who named it, for the log
   * @param expected its kind, or null to find out from its keys
   * @param environment the variables that it may refer to
   */
  static Result<ConfigFile> parse(
      Path path, String origin, @Nullable Kind expected, Map<String, String> environment) {
    return text(path)
        .then(text -> new ConfigParser(path, origin, environment).parse(text, expected));
  }

  private static Result<String> text(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return unreadable(path, "expected a file, found a directory; Maybe name the files in it.");
      }
      if (Files.size(path) > FILE_BYTES_MAX) {
        return unreadable(path, "expected at most " + FILE_BYTES_MAX + " bytes of configuration");
      }
      return Result.success(Files.readString(path));
    } catch (NoSuchFileException missing) {
      return unreadable(path, "no such file; Maybe it is relative to another directory.");
    } catch (CharacterCodingException notText) {
      return unreadable(path, "expected text in UTF-8, found other bytes");
    } catch (IOException failure) {
      return unreadable(path, "cannot be read: " + failure);
    }
  }

  private static Result<String> unreadable(Path path, String message) {
    return Result.failure(Problem.invalid(path.toString(), message));
  }

  private Result<ConfigFile> parse(String text, @Nullable Kind expected) {
    Mapping root = YamlReader.read(context.file(), text, context.faults());
    if (root.entries().isEmpty() && !context.faults().isEmpty()) {
      return failure();
    }
    MappingReader file = new MappingReader(context, "", root);
    Kind found = file.has(DeviceReader.KEY) ? Kind.DEVICE : Kind.SERVICES;
    return switch (expected == null ? found : expected) {
      case DEVICE -> device(file);
      case SERVICES -> services(file);
    };
  }

  private Result<ConfigFile> device(MappingReader file) {
    if (!file.has(DeviceReader.KEY)
        && file.keys().stream().anyMatch(ServicesReader.KEYS::contains)) {
      file.fault(DeviceReader.KEY, "missing; Maybe this is a services file in a device's place.");
      return failure();
    }
    DeviceConfig device = DeviceReader.read(file);
    return context.faults().isEmpty()
        ? Result.success(new DeviceFile(path, device, sources(Set.of(DeviceReader.KEY))))
        : failure();
  }

  private Result<ConfigFile> services(MappingReader file) {
    if (file.has(DeviceReader.KEY)
        && file.keys().stream().noneMatch(ServicesReader.KEYS::contains)) {
      file.fault("services", "missing; Maybe this is a device file in the services' place.");
      return failure();
    }
    ServicesConfig services = ServicesReader.read(file, this::locate, context.faults());
    return services == null
        ? failure()
        : Result.success(new ServicesFile(path, services, sources(ServicesReader.KEYS)));
  }

  private Fault locate(Fault fault) {
    return sources(ServicesReader.KEYS).locate(fault);
  }

  /** The file stands in for the line of a key that it leaves to its default. */
  private Sources sources(Set<String> keys) {
    Map<String, String> lines = new LinkedHashMap<>();
    keys.forEach(key -> lines.put(key, context.file()));
    lines.putAll(context.lines());
    return new Sources(path + " (" + origin + ")", List.of(path), lines);
  }

  private Result<ConfigFile> failure() {
    return Result.failure(Problem.invalid(context.sortedFaults()));
  }
}
