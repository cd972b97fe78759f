package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.universe.sources.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a list of sources must be like. */
final class SourceRules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Set<String> TAKEN = Set.of("file", "sample-market", "ecb");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int SOURCES_MAX = 20;
  private static final int PACE_MAX = 6_000;
  private static final Duration TIMEOUT_MIN = Duration.ofSeconds(1);
  private static final Duration TIMEOUT_MAX = Duration.ofMinutes(10);

  private final List<Fault> faults = new ArrayList<>();

  private SourceRules() {}

  /** Everything that is wrong with the list. */
  static Optional<Problem> check(List<SourceSetting> sources) {
    SourceRules rules = new SourceRules();
    if (sources.size() > SOURCES_MAX) {
      rules.fault("sources", "at most " + SOURCES_MAX, Integer.toString(sources.size()));
    }
    Set<String> names = new HashSet<>();
    for (SourceSetting source : sources) {
      if (!names.add(source.name())) {
        rules.fault(source.name(), "each name once", "it twice");
      }
      rules.check(source);
    }
    return rules.faults.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(rules.faults));
  }

  private void fault(String place, String expected, String found) {
    faults.add(new Fault(place, "expected " + expected + ", found " + found));
  }

  private void check(SourceSetting source) {
    String name = source.name();
    if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
      fault("name", "small letters, digits and -, and none of " + TAKEN, "'" + name + "'");
    }
    if (source.kind().isFolder()) {
      folder(name + ".location", source.location());
    } else {
      address(name + ".location", source.location());
    }
    keys(source);
    int paceMin = source.kind().isFolder() ? 0 : 1;
    int paceMax = source.kind().isFolder() ? 0 : PACE_MAX;
    if (source.requestsPerMinute() < paceMin || source.requestsPerMinute() > paceMax) {
      fault(
          name + ".requests_per_minute",
          paceMin + " to " + paceMax,
          Integer.toString(source.requestsPerMinute()));
    }
    if (source.timeout().compareTo(TIMEOUT_MIN) < 0
        || source.timeout().compareTo(TIMEOUT_MAX) > 0) {
      fault(name + ".timeout", "1 s to 10 min", source.timeout().toString());
    }
  }

  private void folder(String place, @Nullable String location) {
    if (location == null) {
      fault(place, "a folder on the device of the universe service", "nothing");
      return;
    }
    try {
      Path folder = Path.of(location);
      if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
        fault(place, "an existing folder as a whole path", "'" + location + "'");
      }
    } catch (InvalidPathException e) {
      fault(place, "a folder's path", "'" + location + "'");
    }
  }

  /** Plain HTTP would let anybody on the way write prices. */
  private void address(String place, @Nullable String location) {
    if (location == null) {
      return;
    }
    try {
      URI address = new URI(location);
      boolean safe =
          "https".equals(address.getScheme())
              || ("http".equals(address.getScheme())
                  && address.getHost() != null
                  && LOOPBACK.contains(address.getHost()));
      if (!safe
          || address.getHost() == null
          || address.getUserInfo() != null
          || address.getQuery() != null
          || address.getFragment() != null
          || location.endsWith("/")) {
        fault(place, "https://HOST[/PATH] without a / at its end", "'" + location + "'");
      }
    } catch (URISyntaxException e) {
      fault(place, "a web address", "'" + location + "'");
    }
  }

  private void keys(SourceSetting source) {
    String publicKey = source.publicKey();
    String privateKey = source.privateKey();
    if ((publicKey == null) != (privateKey == null)) {
      fault(source.name() + ".keys", "both keys or none", "one");
    }
    if (publicKey != null && source.kind() != SourceKind.TRADERNET) {
      fault(source.name() + ".keys", "no keys for " + source.kind(), "some");
    }
    if ((publicKey != null && !Secrets.isReference(publicKey))
        || (privateKey != null && !Secrets.isReference(privateKey))) {
      // What stands there may be the secret itself, so it is not repeated.
      fault(source.name() + ".keys", "env:NAME or file:PATH", "something else");
    }
  }
}
