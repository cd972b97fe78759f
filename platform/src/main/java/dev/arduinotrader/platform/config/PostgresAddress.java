package dev.arduinotrader.platform.config;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and how it is reached; never its password.
 *
 * @param user the role that owns our schemas
 * @param hosts one or more {@code host:port}, tried in this order
 * @param options of the connection, such as {@code sslmode}
 */
public record PostgresAddress(
    String user, List<String> hosts, String database, SortedMap<String, String> options) {
  private static final Pattern URL =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:([^@/?:]+)(:[^@/]*)?@)?([^@/?]+)/([^@/?&=]+)(?:\\?(.*))?");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+])(:[0-9]{1,5})?");
  private static final List<String> OPTIONS =
      List.of("sslcert", "sslkey", "sslmode", "sslrootcert");
  private static final String SHAPE = "postgresql://USER@HOST:5432/DATABASE?sslmode=verify-full";

  public PostgresAddress {
    hosts = List.copyOf(hosts);
    options = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /**
   * Reads {@code postgresql://USER@HOST:PORT/DATABASE?OPTION=VALUE}, with several hosts separated
   * by commas. Hosts other than this machine are asked for a verified certificate unless {@code
   * sslmode} says otherwise.
   *
   * @return the address, or every fault; a text with a password is refused and not repeated
   */
  public static Result<PostgresAddress> parse(String text) {
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      return fault("expected " + SHAPE + ", found another text");
    }
    if (url.group(2) != null) {
      return fault(
          "expected no password in the address"
              + "\nMaybe name where it is found: --database-password file:PATH or env:NAME.");
    }
    if (url.group(1) == null) {
      return fault("expected a user, as in " + SHAPE);
    }
    List<Fault> faults = new ArrayList<>();
    List<String> hosts = hosts(url.group(3), faults);
    SortedMap<String, String> options = options(url.group(5), faults);
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    boolean far = !hosts.stream().allMatch(PostgresAddress::isHere);
    if (far) {
      options.putIfAbsent("sslmode", "verify-full");
    }
    return Result.success(new PostgresAddress(url.group(1), hosts, url.group(4), options));
  }

  private static List<String> hosts(String text, List<Fault> faults) {
    List<String> hosts = new ArrayList<>();
    for (String host : text.split(",", -1)) {
      Matcher parts = HOST.matcher(host);
      if (parts.matches()) {
        hosts.add(parts.group(2) == null ? host + ":5432" : host);
      } else {
        faults.add(new Fault("", "expected HOST or HOST:PORT, found '" + host + "'"));
      }
    }
    return hosts;
  }

  private static SortedMap<String, String> options(@Nullable String text, List<Fault> faults) {
    SortedMap<String, String> options = new TreeMap<>();
    for (String option : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
      String name = option.contains("=") ? option.substring(0, option.indexOf('=')) : option;
      if (OPTIONS.contains(name) && option.length() > name.length() + 1) {
        options.put(name, option.substring(name.length() + 1));
      } else {
        faults.add(
            new Fault(
                "",
                "expected options out of %s, each with a value, found '%s'"
                    .formatted(String.join(", ", OPTIONS), name)));
      }
    }
    return options;
  }

  private static boolean isHere(String host) {
    return host.startsWith("localhost:") || host.startsWith("127.") || host.startsWith("[::1]");
  }

  private static <T> Result<T> fault(String message) {
    return Result.failure(Problem.invalid(List.of(new Fault("", message))));
  }

  /** For the driver, without options. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + String.join(",", hosts) + "/" + database;
  }

  /** Which database it is, whoever asks and however: for comparing and for people. */
  public String place() {
    return String.join(",", hosts) + "/" + database;
  }

  @Override
  public String toString() {
    return "postgresql://" + user + "@" + place();
  }
}
