package dev.arduinotrader.planning.model;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.optimization.GroupWeight;
import dev.arduinotrader.portfolio.GroupTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the policy's groups leave to those of their securities that are optimised. */
final class GroupShares {
  private GroupShares() {}

  /** A holding that is not optimised keeps its weight, which the others of its group do not get. */
  static List<GroupWeight> of(PortfolioState state, List<Asset> entering) {
    Set<Isin> asked = entering.stream().map(Asset::isin).collect(Collectors.toSet());
    List<GroupWeight> shares = new ArrayList<>();
    for (GroupTarget group : state.policy().groups()) {
      List<Isin> members = new ArrayList<>();
      double kept = 0;
      for (Asset asset : state.assets()) {
        if (!isMember(group, asset)) {
          continue;
        }
        if (asked.contains(asset.isin())) {
          members.add(asset.isin());
        } else {
          kept += asset.weight();
        }
      }
      shares.add(new GroupWeight(group.name(), members, Math.clamp(group.weight() - kept, 0, 1)));
    }
    return shares;
  }

  private static boolean isMember(GroupTarget group, Asset asset) {
    @Nullable String own =
        switch (group.kind()) {
          case COUNTRY -> asset.security().country();
          case INDUSTRY -> asset.security().industry();
        };
    return own != null && group.members().contains(own);
  }
}
