package dev.arduinotrader.app.cli;

import dev.arduinotrader.universe.Removal;
import dev.arduinotrader.universe.SecurityAlias;
import dev.arduinotrader.universe.SecurityDetails;
import dev.arduinotrader.universe.SecurityFact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A security with the origin of every fact, for people. */
final class SecurityView {
  private SecurityView() {}

  static String text(SecurityDetails details) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s  %s  %s%n"
            .formatted(
                details.security().isin(), details.security().symbol(), details.security().name()));
    Removal removal = details.removal();
    if (removal != null) {
      text.append(
          "REMOVED %s by %s: %s%n"
              .formatted(seconds(removal.at()), removal.actor(), removal.reason()));
    }
    Table table = new Table("FACT", "VALUE", "STATED BY", "SINCE", "SOURCES SAY");
    for (SecurityFact fact : details.facts()) {
      table.row(
          fact.field().name(),
          orDash(fact.value()),
          fact.statedBy() + (fact.byHand() ? " (by hand)" : ""),
          seconds(fact.statedAt()),
          fact.byHand() ? orDash(fact.sourceValue()) : "");
    }
    text.append('\n').append(table.render());
    if (!details.aliases().isEmpty()) {
      text.append(
          details.aliases().stream()
              .map(SecurityAlias::text)
              .collect(Collectors.joining(", ", "\nAlso known as: ", "\n")));
    }
    return text.toString();
  }

  private static String orDash(@Nullable String value) {
    return value == null ? "-" : value;
  }

  private static String seconds(@Nullable Instant at) {
    return at == null ? "-" : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
