package dev.arduinotrader.gateway.http;

import static dev.arduinotrader.gateway.http.OpenDoor.NOW;
import static dev.arduinotrader.gateway.http.OpenDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.gateway.GatewayReason;
import dev.arduinotrader.gateway.Job;
import dev.arduinotrader.gateway.SampleSystem;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.TradingMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everybody who reaches the door may read. */
class ReadRoutesTest {
  private OpenDoor door;

  @BeforeEach
  void open(@TempDir Path folder) {
    door = new OpenDoor(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void showsSevenServicesWithPlacementAndVersion() {
    HttpResponse<String> response = door.get("/api/status");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    JsonNode status = json(response);
    assertThat(status.at("/healthy").booleanValue()).isTrue();
    assertThat(status.at("/services")).hasSize(7);
    assertThat(status.at("/services/0/displayName").textValue()).isEqualTo("Planning");
    assertThat(status.at("/services/0/placement").textValue()).isEqualTo("192.168.1.11:50051");
    assertThat(status.at("/services/6/version").textValue()).isEqualTo("0.1.0");
  }

  @Test
  void answersStatusWith200AlsoWhenAServiceIsDown() {
    TradingMode mode = new TradingMode(Mode.PAPER, false, "", null, 1);
    door.gateway.setStatus(SampleSystem.status(NOW, mode, List.of("scoring")));

    HttpResponse<String> response = door.get("/api/status");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).at("/healthy").booleanValue()).isFalse();
    assertThat(json(response).at("/services/1/state").textValue()).isEqualTo("UNHEALTHY");
  }

  @Test
  void givesMetricsInExactlyTheShapeThatMonitoringReads() {
    String body = door.get("/api/metrics").body();

    assertThat(body)
        .startsWith(
            "{\"planning\":{\"total_calls\":150,\"failed_calls\":2,\"success_rate\":0.9867,"
                + "\"avg_latency_ms\":45.3,\"min_latency_ms\":12.1,\"max_latency_ms\":312.5,")
        .contains(
            "\"gateway\":{\"total_calls\":0,\"failed_calls\":0,\"success_rate\":1.0,"
                + "\"avg_latency_ms\":null,\"min_latency_ms\":null,\"max_latency_ms\":null,");
    JsonNode metrics = json(door.get("/api/metrics"));
    assertThat(metrics.fieldNames())
        .toIterable()
        .containsExactly(
            "planning", "scoring", "optimization", "portfolio", "trading", "universe", "gateway");
    metrics.forEach(
        figures ->
            assertThat(figures.fieldNames())
                .toIterable()
                .containsExactly(
                    "total_calls",
                    "failed_calls",
                    "success_rate",
                    "avg_latency_ms",
                    "min_latency_ms",
                    "max_latency_ms",
                    "last_5_minutes",
                    "stale",
                    "age_seconds",
                    "methods",
                    "circuit_breakers"));
  }

  @Test
  void givesTheLastFiveMinutesTheBreakersAndTheAgeOfTheMetrics() {
    JsonNode metrics = json(door.get("/api/metrics"));

    assertThat(metrics.at("/planning/last_5_minutes").toString())
        .isEqualTo(
            "{\"total_calls\":8,\"failed_calls\":1,\"success_rate\":0.875,"
                + "\"avg_latency_ms\":50.05,\"p50_latency_ms\":41.2,\"p95_latency_ms\":88.8,"
                + "\"p99_latency_ms\":90.5}");
    assertThat(metrics.at("/planning/stale").booleanValue()).isTrue();
    assertThat(metrics.at("/planning/age_seconds").doubleValue()).isEqualTo(90.0);
    assertThat(metrics.at("/planning/methods/CreatePlan/called/total_calls").longValue())
        .isEqualTo(150);
    assertThat(metrics.at("/planning/circuit_breakers/primary/state").textValue())
        .isEqualTo("open");
    assertThat(metrics.at("/gateway/last_5_minutes/p99_latency_ms").isNull()).isTrue();
    assertThat(metrics.at("/gateway/stale").booleanValue()).isFalse();
  }

  @Test
  void givesTheSameMetricsInTheTextThatPrometheusReads() {
    HttpResponse<String> response = door.get("/metrics");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(response.body())
        .contains("# TYPE trader_calls_total counter\n")
        .contains("trader_calls_total{service=\"planning\"} 150.0\n")
        .contains("trader_calls_failed_total{service=\"planning\"} 2.0\n")
        .contains("trader_call_latency_seconds_max{service=\"planning\"} 0.3125\n")
        .contains("trader_calls_total{service=\"gateway\"} 0.0\n")
        .contains("trader_figures_stale{service=\"planning\"} 1.0\n")
        .contains("trader_figures_age_seconds{service=\"planning\"} 90.0\n")
        .contains(
            "trader_method_calls_total{service=\"planning\",method=\"CreatePlan\","
                + "side=\"called\"} 150.0\n")
        .contains(
            "trader_method_latency_seconds_recent{service=\"planning\",method=\"CreatePlan\","
                + "side=\"called\",quantile=\"0.99\"} 0.0905\n")
        .contains("trader_circuit_breaker_open{service=\"planning\",caller=\"primary\"} 1.0\n")
        .doesNotContain("side=\"answered\",quantile")
        .doesNotContain("latency_seconds_max{service=\"gateway\"}");
  }

  @Test
  void writesMoneyAsDecimalTextWithItsCurrency() {
    String portfolio = door.get("/api/portfolio").body();

    assertThat(portfolio)
        .contains("\"deposited\":{\"amount\":\"30000.00\",\"currency\":\"EUR\"}")
        .contains("\"reserved\":{\"amount\":\"1204.37\",\"currency\":\"USD\"}")
        .contains("\"price\":{\"value\":\"812.4\",\"unit\":\"GBX\"}");
    JsonNode summary = json(door.get("/api/portfolio"));
    List<String> amounts = new ArrayList<>();
    summary.findValues("amount").forEach(amount -> amounts.add(amount.textValue()));
    assertThat(amounts).isNotEmpty().doesNotContainNull();
  }

  @Test
  void listsPlansAndGivesTheLatest() {
    assertThat(json(door.get("/api/plans?limit=5")).at("/plans")).hasSize(1);
    JsonNode latest = json(door.get("/api/plans/latest"));
    assertThat(latest.at("/number").longValue()).isEqualTo(17);
    assertThat(latest.at("/plan/steps/0/symbol").textValue()).isEqualTo("KIRI");
    assertThat(latest.at("/plan/certificate/proven").booleanValue()).isTrue();
  }

  @Test
  void saysThatThereIsNoPlanYet() {
    door.gateway.setPlans(List.of());

    HttpResponse<String> response = door.get("/api/plans/latest");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).at("/code").textValue()).isEqualTo("NO_PLAN_YET");
  }

  @Test
  void listsTradesUpToTheLimit() {
    assertThat(json(door.get("/api/trades")).at("/trades")).hasSize(5);
    JsonNode two = json(door.get("/api/trades?limit=2")).at("/trades");
    assertThat(two).hasSize(2);
    assertThat(two.at("/1/legs/0/kind").textValue()).isEqualTo("EXCHANGE");
  }

  @Test
  void refusesALimitThatIsNone() {
    for (String limit : List.of("0", "-1", "1001", "ten", "99999999999")) {
      HttpResponse<String> response = door.get("/api/trades?limit=" + limit);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(json(response).at("/faults/0/place").textValue()).isEqualTo("limit");
      assertThat(json(response).at("/message").textValue())
          .isEqualTo("limit: expected a number from 1 to 1000, found " + limit);
    }
  }

  @Test
  void showsJobs() {
    door.gateway.addJob(
        new Job("job-7", "planner-batch", Job.State.RUNNING, 40, "searching", NOW, null));

    assertThat(json(door.get("/api/jobs")).at("/jobs/0/percent").intValue()).isEqualTo(40);
    assertThat(json(door.get("/api/jobs/job-7")).at("/state").textValue()).isEqualTo("RUNNING");
    assertThat(door.get("/api/jobs/job-8").statusCode()).isEqualTo(404);
  }

  @Test
  void asksForTheConfiguredAccountAtTheClocksTime() {
    door.get("/api/portfolio", "X-Correlation-ID", "trace-42");

    assertThat(door.gateway.contexts())
        .singleElement()
        .satisfies(
            context -> {
              assertThat(context.account().value()).isEqualTo("paper-1");
              assertThat(context.actor()).isEqualTo("web");
              assertThat(context.decisionTime()).isEqualTo(NOW);
              assertThat(context.requestId().value()).isEqualTo("trace-42");
            });
  }

  @Test
  void givesEachKindOfFailureItsStatus() {
    Map<FailureKind, Integer> expected =
        Map.ofEntries(
            Map.entry(FailureKind.INVALID_ARGUMENT, 400),
            Map.entry(FailureKind.NOT_FOUND, 404),
            Map.entry(FailureKind.ALREADY_EXISTS, 409),
            Map.entry(FailureKind.FAILED_PRECONDITION, 409),
            Map.entry(FailureKind.PERMISSION_DENIED, 403),
            Map.entry(FailureKind.RESOURCE_EXHAUSTED, 429),
            Map.entry(FailureKind.DEADLINE_EXCEEDED, 504),
            Map.entry(FailureKind.CANCELLED, 503),
            Map.entry(FailureKind.UNAVAILABLE, 503),
            Map.entry(FailureKind.UNIMPLEMENTED, 501),
            Map.entry(FailureKind.INTERNAL, 500),
            Map.entry(FailureKind.UNKNOWN, 502));
    for (FailureKind kind : FailureKind.values()) {
      door.gateway.failWith(new Problem(kind, "SOME_CODE", "what was found", List.of()));
      HttpResponse<String> response = door.get("/api/status");
      assertThat(response.statusCode()).as(kind.name()).isEqualTo(expected.get(kind));
      assertThat(response.body())
          .isEqualTo("{\"code\":\"SOME_CODE\",\"message\":\"what was found\",\"faults\":[]}");
    }
  }

  @Test
  void namesTheReasonOfTheService() {
    door.gateway.failWith(CommonReason.UNAVAILABLE.problem("portfolio does not answer"));
    assertThat(json(door.get("/api/portfolio")).at("/code").textValue()).isEqualTo("UNAVAILABLE");
    door.gateway.failWith(GatewayReason.NO_ACCOUNT.problem("there is no account paper-1"));
    assertThat(json(door.get("/api/portfolio")).at("/code").textValue()).isEqualTo("NO_ACCOUNT");
  }

  @Test
  void hidesTheDetailsOfAFaultOfTheProgram() {
    door.gateway.setMetrics(new dev.arduinotrader.gateway.SystemMetrics(Map.of()));

    HttpResponse<String> response = door.get("/api/metrics");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(json(response).at("/code").textValue()).isEqualTo("INTERNAL");
    assertThat(response.body()).doesNotContain("Exception").doesNotContain("figures");
  }

  @Test
  void saysWhatDoesNotExist() {
    HttpResponse<String> response = door.get("/api/nothing");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .isEqualTo(
            "{\"code\":\"NO_SUCH_ROUTE\",\"message\":\"there is no GET /api/nothing\\nMaybe start"
                + " at /.\",\"faults\":[]}");
  }
}
