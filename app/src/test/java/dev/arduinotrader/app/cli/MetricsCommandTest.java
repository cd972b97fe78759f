package dev.arduinotrader.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.gateway.SystemMetrics;
import dev.arduinotrader.gateway.SystemMetrics.BreakerFigures;
import dev.arduinotrader.gateway.SystemMetrics.CallFigures;
import dev.arduinotrader.gateway.SystemMetrics.Calls;
import dev.arduinotrader.gateway.SystemMetrics.MethodFigures;
import dev.arduinotrader.gateway.SystemMetrics.ServiceFigures;
import dev.arduinotrader.gateway.SystemMetrics.WindowFigures;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsCommandTest {
  private static final Calls CALLS =
      new Calls(
          new CallFigures(150, 2, 0.98667, 45.3, 12.1, 312.5),
          new WindowFigures(8, 1, 0.875, 50.0, 41.2, 88.8, 90.0));

  private static SystemMetrics metrics(boolean stale, @Nullable Double ageSeconds) {
    return new SystemMetrics(
        Map.of(
            "planning",
            new ServiceFigures(
                CALLS,
                List.of(new MethodFigures("CreatePlan", CALLS, Calls.NONE)),
                List.of(
                    new BreakerFigures("primary", "half_open", 0, 1, 4),
                    new BreakerFigures("compute", "closed", 0, 0, 0)),
                stale,
                ageSeconds),
            "gateway",
            ServiceFigures.of(Calls.NONE)));
  }

  @Test
  void showsBothTimesTheCircuitsThatAreNotClosedAndTheAge() {
    String text = MetricsCommand.text(metrics(true, 90.0), false);

    assertThat(text.lines().filter(line -> line.startsWith("planning")).findFirst().orElseThrow())
        .contains("150", "98.7%", "45.30", "312.50", "41.20", "88.80", "90.00")
        .contains("half open at primary")
        .doesNotContain("compute")
        .endsWith("STALE, 90 s ago");
    assertThat(text.lines().filter(line -> line.startsWith("gateway")).findFirst().orElseThrow())
        .contains(" - ")
        .doesNotContain("100.0%")
        .endsWith("now");
  }

  @Test
  void saysThatAProcessHasNeverAnswered() {
    assertThat(MetricsCommand.text(metrics(true, null), false))
        .contains("STALE, its process has never answered");
  }

  @Test
  void listsTheMethodsThatWereCalled() {
    assertThat(MetricsCommand.text(metrics(false, 0.0), true))
        .contains("CreatePlan  called")
        .doesNotContain("answered");
    assertThat(
            MetricsCommand.text(
                new SystemMetrics(Map.of("gateway", ServiceFigures.of(Calls.NONE))), true))
        .isEqualTo("No calls yet.");
  }
}
