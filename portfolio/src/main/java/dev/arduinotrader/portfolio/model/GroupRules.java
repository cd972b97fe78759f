package dev.arduinotrader.portfolio.model;

import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.portfolio.GroupTarget;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What wishes about countries and industries must be like. */
final class GroupRules {
  private static final int GROUPS_MAX = 50;
  private static final int NAME_LENGTH_MAX = 60;
  private static final double ROUNDING = 1e-9;

  private GroupRules() {}

  static void addFaults(List<GroupTarget> groups, List<Fault> faults) {
    if (groups.size() > GROUPS_MAX) {
      faults.add(new Fault("groups", "expected at most 50, found " + groups.size()));
    }
    Set<String> names = new HashSet<>();
    Map<GroupTarget.Kind, Double> sums = new EnumMap<>(GroupTarget.Kind.class);
    Map<GroupTarget.Kind, Set<String>> members = new EnumMap<>(GroupTarget.Kind.class);
    for (GroupTarget group : groups) {
      String place = "groups[" + group.name() + "]";
      if (group.name().isBlank() || group.name().length() > NAME_LENGTH_MAX) {
        faults.add(new Fault(place, "expected a name of 1 to 60 characters"));
      }
      if (!names.add(group.name())) {
        faults.add(new Fault(place, "expected each name once, found it twice"));
      }
      if (!(group.weight() > 0 && group.weight() <= 1)) {
        faults.add(
            new Fault(place + ".weight", "expected above 0 and up to 1, found " + group.weight()));
      }
      addMemberFaults(
          place, group, members.computeIfAbsent(group.kind(), kind -> new HashSet<>()), faults);
      sums.merge(group.kind(), group.weight(), Double::sum);
    }
    sums.forEach(
        (kind, sum) -> {
          if (sum > 1 + ROUNDING) {
            faults.add(
                new Fault(
                    "groups",
                    "expected weights of at most 1 together for %s groups, found %s"
                        .formatted(kind, sum)));
          }
        });
  }

  private static void addMemberFaults(
      String place, GroupTarget group, Set<String> taken, List<Fault> faults) {
    if (group.members().isEmpty()) {
      faults.add(
          new Fault(
              place + ".members",
              "expected at least one name, found none\nMaybe see trader universe groups."));
    }
    for (String member : group.members()) {
      if (member.isBlank()) {
        faults.add(new Fault(place + ".members", "expected names, found an empty one"));
      } else if (!taken.add(member)) {
        faults.add(
            new Fault(
                place + ".members",
                "expected each %s in one group only, found %s twice"
                    .formatted(group.kind(), member)));
      }
    }
  }
}
