package dev.arduinotrader.app.cli;

import dev.arduinotrader.universe.SecurityGroups;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** How the universe divides into countries and industries. */
@Command(name = "groups", description = "How many securities of each country and industry.")
final class UniverseGroupsCommand implements Callable<Integer> {
  private final Invocation invocation;

  UniverseGroupsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.show(
        session -> session.services().universe().getGroups(session.context(SecurityFinder.TIMEOUT)),
        this::print);
  }

  private void print(SecurityGroups groups) {
    Table table = new Table("KIND", "GROUP", "SECURITIES");
    groups.countries().forEach(group -> row(table, "country", group));
    groups.industries().forEach(group -> row(table, "industry", group));
    invocation.console().print(table.render());
  }

  private static void row(Table table, String kind, SecurityGroups.Group group) {
    String name = group.name().isEmpty() ? "(unknown)" : group.name();
    table.row(kind, name, Integer.toString(group.members()));
  }
}
