package dev.arduinotrader.gateway.http;

import static dev.arduinotrader.gateway.http.OpenDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.gateway.DepositCommand;
import dev.arduinotrader.gateway.JobCommand;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes something. */
class CommandRoutesTest {
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
  void startsPlanningWithoutTokenAndWithoutBody() {
    HttpResponse<String> response =
        door.send(
            door.request("/api/status/jobs/planner-batch")
                .POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).at("/state").textValue()).isEqualTo("RUNNING");
    assertThat(door.gateway.jobCommands())
        .singleElement()
        .extracting(JobCommand::job)
        .isEqualTo("planner-batch");
  }

  @Test
  void startsPlanningWithoutAContentLengthEither() {
    String answer =
        door.raw(
            "POST /api/status/jobs/planner-batch HTTP/1.1", "Host: 127.0.0.1:" + door.host.port());

    assertThat(answer).startsWith("HTTP/1.1 202");
    assertThat(door.gateway.jobCommands()).hasSize(1);
  }

  @Test
  void takesTheCommandIdOfTheCaller() {
    door.post(
        "/api/status/jobs/planner-batch",
        "{\"commandId\":\"plan-1\"}",
        "Content-Type",
        "application/json");

    assertThat(door.gateway.jobCommands())
        .containsExactly(new JobCommand(CommandId.of("plan-1"), "planner-batch"));
  }

  @Test
  void startsACycleAsAJob() {
    HttpResponse<String> response = door.command("/api/cycle", "{\"commandId\":\"c-1\"}");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).at("/jobId").textValue()).isEqualTo("job-1");
    door.command("/api/cycle", "{\"commandId\":\"c-2\",\"dryRun\":true}");
    assertThat(door.gateway.jobCommands())
        .containsExactly(
            new JobCommand(CommandId.of("c-1"), "trading-cycle"),
            new JobCommand(CommandId.of("c-2"), "planner-batch"));
  }

  @Test
  void paysInExactMoney() {
    HttpResponse<String> response =
        door.command(
            "/api/deposit", "{\"commandId\":\"d-1\",\"amount\":\"1500.10\",\"currency\":\"EUR\"}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).at("/total/currency").textValue()).isEqualTo("EUR");
    assertThat(door.gateway.deposits())
        .containsExactly(
            new DepositCommand(CommandId.of("d-1"), Money.of("1500.10", Currency.EUR)));
  }

  @Test
  void refusesADepositWithAllItsFaultsAtOnce() {
    HttpResponse<String> response =
        door.command("/api/deposit", "{\"amount\":1500,\"currency\":\"eur\",\"ammount\":\"1\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode refused = json(response);
    assertThat(refused.at("/code").textValue()).isEqualTo("INVALID_ARGUMENT");
    assertThat(refused.at("/faults").findValuesAsText("place"))
        .containsExactly("commandId", "amount", "currency", "ammount");
    assertThat(refused.at("/message").textValue())
        .contains("amount: expected a text such as 500.00 of at most 500 characters, found 1500")
        .contains("Maybe EUR was meant");
    assertThat(door.gateway.deposits()).isEmpty();
  }

  @Test
  void refusesMoreDigitsThanTheCurrencyHas() {
    HttpResponse<String> response =
        door.command(
            "/api/deposit", "{\"commandId\":\"d-1\",\"amount\":\"1.005\",\"currency\":\"EUR\"}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("/faults/0/place").textValue()).isEqualTo("amount");
    assertThat(door.gateway.deposits()).isEmpty();
  }

  @Test
  void haltsWithoutAQuestionAndResumesWithAReasonOnly() {
    HttpResponse<String> halted = door.command("/api/halt", "{}");
    assertThat(halted.statusCode()).isEqualTo(200);
    assertThat(json(halted).at("/halted").booleanValue()).isTrue();
    assertThat(door.trading.halts().getFirst().reason()).isEqualTo("halted over HTTP");

    HttpResponse<String> refused = door.command("/api/resume", "{\"reason\":\"  \"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(door.trading.resumes()).isEmpty();

    HttpResponse<String> resumed = door.command("/api/resume", "{\"reason\":\"prices are fine\"}");
    assertThat(json(resumed).at("/halted").booleanValue()).isFalse();
    assertThat(door.trading.resumes().getFirst().reason()).isEqualTo("prices are fine");
  }

  @Test
  void checksATokenWithoutDoingAnything() {
    assertThat(door.command("/api/token/check", "").body()).isEqualTo("{\"valid\":true}");
    assertThat(door.gateway.contexts()).isEmpty();
  }

  @Test
  void refusesWhatIsNotAJsonObject() {
    for (String body :
        new String[] {"[]", "{", "{} {}", "\"text\"", "{\"dryRun\":true,\"dryRun\":false}"}) {
      HttpResponse<String> response = door.command("/api/cycle", body);
      assertThat(response.statusCode()).as(body).isEqualTo(400);
      assertThat(json(response).at("/faults/0/place").textValue()).isEqualTo("body");
    }
    assertThat(door.command("/api/cycle", "{\"dryRun\":\"yes\"}").statusCode()).isEqualTo(400);
    assertThat(door.gateway.jobCommands()).isEmpty();
  }
}
