package dev.arduinotrader.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.portfolio.GroupTarget;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.SecurityWish;
import dev.arduinotrader.universe.Security;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Changes single values of a policy by their path; the same paths as its JSON shows. */
final class PolicyEdit {
  private static final String WISHES = "wishes";
  private static final String GROUPS = "groups";

  private final ObjectNode root;
  private final List<Security> known;
  private final List<Fault> faults = new ArrayList<>();

  private PolicyEdit(InvestmentPolicy policy, List<Security> known) {
    this.root = Json.mapper().valueToTree(policy);
    this.known = known;
  }

  /** The policy with every change made, or all faults. */
  static Result<InvestmentPolicy> apply(
      InvestmentPolicy policy, List<String> changes, List<Security> known) {
    PolicyEdit edit = new PolicyEdit(policy, known);
    changes.forEach(edit::change);
    return edit.faults.isEmpty() ? edit.read() : Result.failure(Problem.invalid(edit.faults));
  }

  private void change(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      faults.add(new Fault(assignment, "expected KEY=VALUE such as cashReserve.amount=800.00"));
      return;
    }
    String path = assignment.substring(0, equals);
    List<String> keys = List.of(path.split("\\."));
    Optional<ObjectNode> start = Optional.of(root);
    List<String> rest = keys;
    if (keys.getFirst().equals(GROUPS) && keys.size() == 2 && assignment.endsWith("=null")) {
      removeGroup(path, keys.get(1));
      return;
    }
    if (keys.getFirst().equals(GROUPS) && keys.size() == 3) {
      start = Optional.of(group(keys.get(1)));
      rest = List.of(keys.getLast());
    }
    if (keys.getFirst().equals(WISHES) && keys.size() > 2) {
      // A symbol may hold dots itself, as BP.L does.
      start = wish(path, String.join(".", keys.subList(1, keys.size() - 1)));
      rest = List.of(keys.getLast());
    }
    List<String> remaining = rest;
    start.ifPresent(node -> set(node, path, remaining, assignment.substring(equals + 1)));
  }

  private void set(ObjectNode start, String path, List<String> keys, String value) {
    JsonNode node = start;
    for (String key : keys.subList(0, keys.size() - 1)) {
      node = node.path(key);
    }
    String last = keys.getLast();
    if (!(node instanceof ObjectNode parent) || !parent.has(last)) {
      faults.add(new Fault(path, "unknown key" + maybe(node)));
      return;
    }
    parent.set(last, value(parent.get(last), value));
  }

  private static JsonNode value(JsonNode current, String text) {
    if (text.equals("null")) {
      return com.fasterxml.jackson.databind.node.NullNode.getInstance();
    }
    if (current.isTextual()) {
      return TextNode.valueOf(text);
    }
    if (current.isArray() && !text.startsWith("[")) {
      return Json.mapper().valueToTree(Stream.of(text.split(",")).map(String::strip).toList());
    }
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }

  private static String maybe(JsonNode node) {
    TreeSet<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names.isEmpty() ? "" : "\nMaybe one of " + String.join(", ", names);
  }

  /** The group of a name, a new one of countries when there is none. */
  private ObjectNode group(String name) {
    ArrayNode groups = (ArrayNode) root.get(GROUPS);
    for (JsonNode group : groups) {
      if (group.path("name").asText().equals(name)) {
        return (ObjectNode) group;
      }
    }
    ObjectNode added =
        Json.mapper().valueToTree(new GroupTarget(name, GroupTarget.Kind.COUNTRY, List.of(), 0));
    groups.add(added);
    return added;
  }

  private void removeGroup(String path, String name) {
    Iterator<JsonNode> groups = root.get(GROUPS).elements();
    while (groups.hasNext()) {
      if (groups.next().path("name").asText().equals(name)) {
        groups.remove();
        return;
      }
    }
    faults.add(new Fault(path, "expected a group of the policy, found none of this name"));
  }

  private Optional<ObjectNode> wish(String path, String name) {
    Optional<Isin> isin =
        known.stream()
            .filter(s -> s.isin().value().equals(name) || s.symbol().equals(name))
            .map(Security::isin)
            .findFirst();
    if (isin.isEmpty()) {
      faults.add(
          new Fault(
              path, "no security has the ISIN or symbol " + name + "\nMaybe see universe list"));
      return Optional.empty();
    }
    ArrayNode wishes = (ArrayNode) root.get(WISHES);
    for (JsonNode wish : wishes) {
      if (wish.path("isin").asText().equals(isin.get().value())) {
        return Optional.of((ObjectNode) wish);
      }
    }
    ObjectNode added = Json.mapper().valueToTree(SecurityWish.defaultFor(isin.get()));
    wishes.add(added);
    return Optional.of(added);
  }

  private Result<InvestmentPolicy> read() {
    try {
      InvestmentPolicy policy = Json.read(root.toString(), InvestmentPolicy.class);
      List<SecurityWish> ordered =
          policy.wishes().stream().sorted(Comparator.comparing(SecurityWish::isin)).toList();
      return Result.success(
          new InvestmentPolicy(
              policy.costs(),
              policy.limits(),
              policy.planner(),
              policy.scoring(),
              policy.optimizer(),
              policy.cashReserve(),
              policy.autonomy(),
              ordered,
              policy.guards(),
              policy.groups()));
    } catch (IllegalArgumentException e) {
      return Result.failure(Problem.invalid("policy", String.valueOf(e.getMessage())));
    }
  }
}
