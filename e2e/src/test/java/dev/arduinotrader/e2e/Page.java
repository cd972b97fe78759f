package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.arduinotrader.platform.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What the gateway answers over HTTP. */
final class Page implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Page(FleetFiles files) {
    this.port = files.httpPort();
  }

  /** The JSON under this path. */
  JsonNode get(String path) {
    try {
      HttpResponse<String> answer = ask(path);
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
      return Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether all seven services are healthy; false also while nobody answers. */
  boolean isHealthy() {
    return find("/api/status").path("healthy").asBoolean();
  }

  /** All trades, newest first; none while nobody answers. */
  List<JsonNode> trades() {
    return find("/api/trades?limit=1000").path("trades").valueStream().toList();
  }

  boolean hasFilledTrade() {
    return trades().stream().anyMatch(Page::isFilled);
  }

  static boolean isFilled(JsonNode trade) {
    return trade.path("state").asText().equals("FILLED");
  }

  /** Missing while there is none. */
  private JsonNode find(String path) {
    try {
      HttpResponse<String> answer = ask(path);
      return answer.statusCode() == 200
          ? Json.mapper().readTree(answer.body())
          : MissingNode.getInstance();
    } catch (IOException notYet) {
      return MissingNode.getInstance();
    }
  }

  private HttpResponse<String> ask(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    try {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
