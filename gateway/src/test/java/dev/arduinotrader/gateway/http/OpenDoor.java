package dev.arduinotrader.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arduinotrader.gateway.FakeGateway;
import dev.arduinotrader.gateway.HaltSwitch;
import dev.arduinotrader.gateway.HttpSettings;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.json.Json;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A running door before fakes, and ways to knock. */
final class OpenDoor implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T14:12:00Z");

  final FakeGateway gateway = new FakeGateway(NOW);
  final TradingStandIn trading = new TradingStandIn(SampleTrading.trades(NOW));
  final HttpHost host;

  /** Like nothing that an answer contains by chance, so that it can be looked for there. */
  final String token = "token-of-this-test";

  private final HttpClient client = HttpClient.newHttpClient();

  OpenDoor(Path folder) {
    Path tokenFile = folder.resolve("token");
    try {
      Files.writeString(tokenFile, token);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    host =
        HttpHost.start(
                settings(0, tokenFile),
                gateway,
                trading,
                HaltSwitch.of(trading),
                new MovedClock(NOW),
                new CountedIds())
            .orElseThrow();
  }

  static HttpSettings settings(int port, Path tokenFile) {
    return new HttpSettings(
        "127.0.0.1",
        port,
        tokenFile,
        List.of("trader.example:8443"),
        AccountId.of("paper-1"),
        "web");
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** With everything that a command needs. */
  HttpResponse<String> command(String path, String body) {
    return post(path, body, "Content-Type", "application/json", "Authorization", "Bearer " + token);
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.port() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends these lines as they are, and gives everything that comes back. */
  String raw(String... lines) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
      String text = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.read(response.body(), JsonNode.class);
  }

  @Override
  public void close() {
    client.close();
    host.close();
  }
}
