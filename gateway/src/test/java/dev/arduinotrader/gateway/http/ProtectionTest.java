package dev.arduinotrader.gateway.http;

import static dev.arduinotrader.gateway.http.OpenDoor.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each protection of the door, violated once. */
class ProtectionTest {
  private static final List<String> COMMANDS =
      List.of("/api/cycle", "/api/deposit", "/api/halt", "/api/resume", "/api/token/check");

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
  void knowsItsOwnHostNames() {
    int port = door.host.port();
    for (String host :
        List.of(
            "localhost:" + port,
            "LOCALHOST:" + port,
            "127.0.0.1:" + port,
            "[::1]:" + port,
            "trader.example:8443")) {
      assertThat(door.raw("GET /api/status HTTP/1.1", "Host: " + host))
          .as(host)
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void refusesAHostThatIsNotOurs() {
    int port = door.host.port();
    for (String host :
        List.of(
            "evil.example",
            "evil.example:" + port,
            "127.0.0.1.evil.example:" + port,
            "127.0.0.1",
            "localhost:1",
            "")) {
      for (String path : List.of("/", "/api/status", "/api/nothing")) {
        assertThat(door.raw("GET " + path + " HTTP/1.1", "Host: " + host))
            .as(host + path)
            .startsWith("HTTP/1.1 403")
            .contains("HOST_NOT_ALLOWED");
      }
    }
    assertThat(door.gateway.contexts()).isEmpty();
  }

  @Test
  void refusesNoHostAndTwoHosts() {
    assertThat(door.raw("GET /api/status HTTP/1.0")).startsWith("HTTP/1.1 403");
    String own = "Host: 127.0.0.1:" + door.host.port();
    assertThat(door.raw("GET /api/status HTTP/1.1", own, "Host: evil.example"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void refusesACommandWithoutToken() {
    for (String path : COMMANDS) {
      HttpResponse<String> response = door.post(path, "{}", "Content-Type", "application/json");
      assertThat(response.statusCode()).as(path).isEqualTo(401);
      assertThat(json(response).at("/code").textValue()).isEqualTo("TOKEN_MISSING");
      assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
    assertNothingHappened();
  }

  @Test
  void refusesACommandWithAWrongToken() {
    for (String wrong : List.of("x", door.token + "x", door.token.substring(1), " ")) {
      HttpResponse<String> response =
          door.post("/api/halt", "{}", "Content-Type", "application/json", "X-Trader-Token", wrong);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(json(response).at("/code").textValue()).isEqualTo("TOKEN_WRONG");
      assertThat(response.body()).doesNotContain(door.token);
    }
    assertNothingHappened();
  }

  @Test
  void takesTheTokenInEitherHeader() {
    HttpResponse<String> response =
        door.post(
            "/api/halt", "{}", "Content-Type", "application/json", "X-Trader-Token", door.token);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(door.command("/api/halt", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesACommandThatIsNotJson() {
    for (String path : COMMANDS) {
      HttpResponse<String> response =
          door.post(
              path, "{}", "Content-Type", "text/plain", "Authorization", "Bearer " + door.token);
      assertThat(response.statusCode()).as(path).isEqualTo(415);
      assertThat(json(response).at("/code").textValue()).isEqualTo("NOT_JSON");
    }
    HttpResponse<String> form =
        door.post(
            "/api/status/jobs/planner-batch",
            "a=b",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(form.statusCode()).isEqualTo(415);
    assertNothingHappened();
  }

  @Test
  void refusesACommandOfAnotherSitesPage() {
    for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
      HttpResponse<String> response =
          door.send(
              door.request("/api/status/jobs/planner-batch", "Origin", origin)
                  .POST(HttpRequest.BodyPublishers.noBody()));
      assertThat(response.statusCode()).as(origin).isEqualTo(403);
      assertThat(json(response).at("/code").textValue()).isEqualTo("ORIGIN_NOT_ALLOWED");
    }
    HttpResponse<String> halt =
        door.post(
            "/api/halt",
            "{}",
            "Content-Type",
            "application/json",
            "Authorization",
            "Bearer " + door.token,
            "Origin",
            "http://evil.example");
    assertThat(halt.statusCode()).isEqualTo(403);
    assertNothingHappened();
  }

  @Test
  void letsItsOwnPageIn() {
    HttpResponse<String> response =
        door.post(
            "/api/halt",
            "{}",
            "Content-Type",
            "application/json; charset=utf-8",
            "Authorization",
            "Bearer " + door.token,
            "Origin",
            "http://127.0.0.1:" + door.host.port());
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesALargeBody() {
    HttpResponse<String> response =
        door.command("/api/halt", "{\"reason\":\"" + "x".repeat(70_000) + "\"}");

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(json(response).at("/code").textValue()).isEqualTo("BODY_TOO_LARGE");
    assertNothingHappened();
  }

  @Test
  void changesNothingOnAGet() {
    for (String path : COMMANDS) {
      assertThat(door.get(path, "Authorization", "Bearer " + door.token).statusCode())
          .isEqualTo(404);
    }
    assertThat(door.get("/api/status/jobs/planner-batch").statusCode()).isEqualTo(404);
    assertNothingHappened();
  }

  @Test
  void hasNothingForOtherMethods() {
    for (String method : List.of("PUT", "PATCH", "DELETE", "OPTIONS")) {
      HttpResponse<String> response =
          door.send(door.request("/api/halt").method(method, HttpRequest.BodyPublishers.noBody()));
      assertThat(response.statusCode()).as(method).isEqualTo(404);
      assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
    assertNothingHappened();
  }

  @Test
  void sendsStrictHeadersWithEveryAnswer() {
    for (String path : List.of("/", "/app.js", "/api/status", "/api/nothing")) {
      HttpResponse<String> response = door.get(path);
      assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'")
          .contains("script-src 'self';")
          .contains("style-src 'self';")
          .doesNotContain("unsafe");
      assertThat(response.headers().firstValue("X-Correlation-ID")).isPresent();
    }
  }

  @Test
  void ignoresACorrelationIdThatCouldForgeALogLine() {
    HttpResponse<String> response = door.get("/api/status", "X-Correlation-ID", "a b\tc=d");

    assertThat(response.headers().firstValue("X-Correlation-ID").orElseThrow()).startsWith("req-");
  }

  private void assertNothingHappened() {
    assertThat(door.gateway.jobCommands()).isEmpty();
    assertThat(door.gateway.deposits()).isEmpty();
    assertThat(door.trading.halts()).isEmpty();
    assertThat(door.trading.resumes()).isEmpty();
  }
}
