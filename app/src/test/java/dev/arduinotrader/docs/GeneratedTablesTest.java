package dev.arduinotrader.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.app.backup.BackupReason;
import dev.arduinotrader.app.fleet.FleetReason;
import dev.arduinotrader.brokers.wire.WireReason;
import dev.arduinotrader.gateway.GatewayReason;
import dev.arduinotrader.gateway.http.HttpReason;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Reason;
import dev.arduinotrader.optimization.OptimizationReason;
import dev.arduinotrader.planning.PlanningReason;
import dev.arduinotrader.platform.alert.AlertReason;
import dev.arduinotrader.platform.health.HealthReason;
import dev.arduinotrader.platform.lifecycle.LifecycleReason;
import dev.arduinotrader.platform.lock.LockReason;
import dev.arduinotrader.platform.resilience.CallReason;
import dev.arduinotrader.platform.server.HostReason;
import dev.arduinotrader.platform.sql.SqlReason;
import dev.arduinotrader.platform.tls.TlsReason;
import dev.arduinotrader.portfolio.PortfolioReason;
import dev.arduinotrader.scoring.ScoringReason;
import dev.arduinotrader.trading.TradingReason;
import dev.arduinotrader.trading.broker.BrokerCard;
import dev.arduinotrader.trading.broker.KnownBroker;
import dev.arduinotrader.trading.model.GateCheck;
import dev.arduinotrader.universe.SourceReason;
import dev.arduinotrader.universe.UniverseReason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of reason codes in {@code docs/} say what the code says. With {@code
 * -Dregenerate=true} they are written instead of compared.
 */
class GeneratedTablesTest {
  private static final String BEGIN = "<!-- generated: begin -->\n";
  private static final String END = "<!-- generated: end -->\n";
  private static final Pattern REASON_ENUM = Pattern.compile("\\benum (\\w+) implements Reason\\b");

  /** Every enum of reasons by the heading that it has in the documents, in their order. */
  private static final Map<String, List<? extends Reason>> REASONS = reasons();

  @Test
  void documentsEveryCheckOfTheGate() {
    compareOrWrite("docs/trading-gate.md", table(List.of(GateCheck.values())));
  }

  @Test
  void documentsEveryCardOfEveryBroker() {
    StringBuilder table = new StringBuilder("| Card | What is seen |");
    StringBuilder line = new StringBuilder("|---|---|");
    for (KnownBroker broker : KnownBroker.values()) {
      table.append(" ").append(broker.abilities().name()).append(" |");
      line.append("---|");
    }
    table.append("\n").append(line).append("\n");
    for (BrokerCard card : BrokerCard.values()) {
      table.append("| %s | %s |".formatted(card.name(), card.sentence()));
      for (KnownBroker broker : KnownBroker.values()) {
        String excuse = broker.excuse(card).map(why -> "does not apply: " + why).orElse("passes");
        table.append(" ").append(excuse).append(" |");
      }
      table.append("\n");
    }
    compareOrWrite("docs/broker-cards.md", table.toString());
  }

  @Test
  void documentsEveryReason() {
    StringBuilder text = new StringBuilder();
    REASONS.forEach(
        (heading, reasons) -> text.append("\n## " + heading + "\n\n").append(table(reasons)));
    compareOrWrite("docs/reason-codes.md", text.append('\n').toString());
  }

  @Test
  void forgetsNoEnumOfReasons() {
    List<String> written =
        Documents.mainFiles(".java").stream()
            .flatMap(file -> REASON_ENUM.matcher(Documents.read(file)).results())
            .map(match -> match.group(1))
            .toList();
    List<String> documented =
        REASONS.values().stream().map(List::getFirst).map(GeneratedTablesTest::typeName).toList();
    assertThat(documented)
        .as("an enum of reasons that is not here has no table in docs/reason-codes.md")
        .containsExactlyInAnyOrderElementsOf(written);
  }

  private static Map<String, List<? extends Reason>> reasons() {
    Map<String, List<? extends Reason>> reasons = new LinkedHashMap<>();
    reasons.put("Any call", List.of(CommonReason.values()));
    reasons.put("Start: data directory and clock", List.of(LockReason.values()));
    reasons.put("Calls that were not sent", List.of(CallReason.values()));
    reasons.put("Alerts", List.of(AlertReason.values()));
    reasons.put("Certificates and roles", List.of(TlsReason.values()));
    reasons.put("Backup and restore", List.of(BackupReason.values()));
    reasons.put("Moving services", List.of(FleetReason.values()));
    reasons.put("Start: database server", List.of(SqlReason.values()));
    reasons.put("Start: ports", List.of(HostReason.values()));
    reasons.put("Start: anything else", List.of(LifecycleReason.values()));
    reasons.put("A process among others", List.of(HealthReason.values()));
    reasons.put("The outside world", List.of(WireReason.values()));
    reasons.put("Universe", List.of(UniverseReason.values()));
    reasons.put("Universe: sources", List.of(SourceReason.values()));
    reasons.put("Scoring", List.of(ScoringReason.values()));
    reasons.put("Optimization", List.of(OptimizationReason.values()));
    reasons.put("Portfolio", List.of(PortfolioReason.values()));
    reasons.put("Planning", List.of(PlanningReason.values()));
    reasons.put("Trading", List.of(TradingReason.values()));
    reasons.put("Trading: the gate", List.of(GateCheck.values()));
    reasons.put("Gateway", List.of(GatewayReason.values()));
    reasons.put("Gateway: HTTP", List.of(HttpReason.values()));
    return reasons;
  }

  private static String typeName(Reason reason) {
    return reason.getClass().getSimpleName();
  }

  private static String table(List<? extends Reason> reasons) {
    StringBuilder table = new StringBuilder("| Code | Kind | Meaning |\n|---|---|---|\n");
    for (Reason reason : reasons) {
      table.append(
          "| `%s` | %s | %s |\n".formatted(reason.name(), reason.kind(), reason.meaning()));
    }
    return table.toString();
  }

  static void compareOrWrite(String document, String generated) {
    Path file = Documents.root().resolve(document);
    String text = Documents.read(file);
    Matcher region =
        Pattern.compile(Pattern.quote(BEGIN) + "(.*?)" + Pattern.quote(END), Pattern.DOTALL)
            .matcher(text);
    assertThat(region.find()).as(document + " has a generated part").isTrue();
    if (Boolean.getBoolean("regenerate")) {
      Documents.write(
          file,
          text.substring(0, region.start())
              + BEGIN
              + generated
              + END
              + text.substring(region.end()));
      return;
    }
    assertThat(region.group(1))
        .as(
            "the generated part of %s; next: mvn -pl app -am test"
                + " -Dtest=GeneratedTablesTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dregenerate=true",
            document)
        .isEqualTo(generated);
  }
}
