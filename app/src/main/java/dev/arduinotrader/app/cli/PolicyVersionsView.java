package dev.arduinotrader.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.PolicyPreset;
import dev.arduinotrader.portfolio.PolicyQuery;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.PolicyVersions;
import dev.arduinotrader.portfolio.UpdatePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Earlier versions of the policy, and ready-made ones. */
final class PolicyVersionsView {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  static final String CURRENT = "current";

  private final Invocation invocation;

  PolicyVersionsView(Invocation invocation) {
    this.invocation = invocation;
  }

  /** One value that differs. */
  private record Change(String path, String from, String to) {}

  private record Preset(String name, List<Change> changes) {}

  int history(int limit) {
    return invocation.show(
        session ->
            session
                .services()
                .portfolio()
                .listPolicies(session.context(TIMEOUT), new PolicyQuery(0, limit)),
        this::print);
  }

  private void print(PolicyVersions versions) {
    Table table = new Table("VERSION", "AUTHOR", "SINCE");
    for (PolicyVersion each : versions.policies()) {
      table.row(Long.toString(each.version()), each.author(), each.since().toString());
    }
    invocation.console().print(table.render());
  }

  int diff(String from, String to) {
    return invocation.show(
        session ->
            named(session, from)
                .then(first -> named(session, to).map(second -> changes(first, second))),
        changes -> print(changes));
  }

  private void print(List<Change> changes) {
    Table table = new Table("WHAT", "FROM", "TO");
    changes.forEach(change -> table.row(change.path(), change.from(), change.to()));
    invocation.console().print(table.render());
  }

  int revert(String version) {
    return invocation.change(
        session ->
            current(session)
                .then(
                    current ->
                        named(session, version)
                            .then(
                                policy ->
                                    session
                                        .services()
                                        .portfolio()
                                        .updatePolicy(
                                            session.context(TIMEOUT),
                                            new UpdatePolicy(
                                                session.nextCommandId(),
                                                current.version(),
                                                policy)))),
        policy -> print(new PolicyVersions(List.of(policy))));
  }

  int presets() {
    return invocation.show(
        session ->
            current(session)
                .map(
                    current ->
                        Stream.of(PolicyPreset.values())
                            .map(each -> preset(each, current.policy()))
                            .toList()),
        all ->
            all.forEach(
                preset -> {
                  invocation.console().print(preset.name() + "\n");
                  print(preset.changes());
                }));
  }

  private static Preset preset(PolicyPreset preset, InvestmentPolicy current) {
    return new Preset(
        preset.name().toLowerCase(Locale.ROOT), changes(current, preset.applyTo(current)));
  }

  private static Result<PolicyVersion> current(Session session) {
    return session.services().portfolio().getPolicy(session.context(TIMEOUT));
  }

  private static Result<InvestmentPolicy> named(Session session, String name) {
    if (name.equals(CURRENT)) {
      return current(session).map(PolicyVersion::policy);
    }
    for (PolicyPreset preset : PolicyPreset.values()) {
      if (preset.name().equalsIgnoreCase(name)) {
        return current(session).map(version -> preset.applyTo(version.policy()));
      }
    }
    if (!name.matches("[1-9][0-9]{0,9}")) {
      return Result.failure(
          Problem.invalid(
              "VERSION",
              "expected a version such as 3, current, conservative, default or aggressive, found "
                  + name));
    }
    return version(session, Long.parseLong(name));
  }

  private static Result<InvestmentPolicy> version(Session session, long number) {
    return session
        .services()
        .portfolio()
        .listPolicies(session.context(TIMEOUT), new PolicyQuery(number + 1, 1))
        .then(
            found ->
                found.policies().stream()
                    .filter(each -> each.version() == number)
                    .findFirst()
                    .map(each -> Result.success(each.policy()))
                    .orElseGet(
                        () ->
                            CommonReason.NOT_FOUND.failure(
                                "expected a version of the policy, found no %d\nMaybe see policy"
                                        .formatted(number)
                                    + " history.")));
  }

  private static List<Change> changes(InvestmentPolicy from, InvestmentPolicy to) {
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    flatten("", Json.mapper().valueToTree(from), before);
    flatten("", Json.mapper().valueToTree(to), after);
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      String one = before.getOrDefault(path, "-");
      String other = after.getOrDefault(path, "-");
      if (!one.equals(other)) {
        changes.add(new Change(path, one, other));
      }
    }
    return List.copyOf(changes);
  }

  /** Wishes by their ISIN, groups by their name, everything else by its path. */
  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  flatten(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      values));
    } else if (node.isArray() && node.path(0).isObject()) {
      node.forEach(each -> flatten(path + "." + key(each), each, values));
    } else if (node.isArray() && !node.isEmpty()) {
      List<String> names = new ArrayList<>();
      node.forEach(each -> names.add(each.asText()));
      values.put(path, String.join(", ", names));
    } else if (!node.isArray()) {
      values.put(path, node.asText());
    }
  }

  private static String key(JsonNode each) {
    return each.path(each.has("isin") ? "isin" : "name").asText();
  }
}
