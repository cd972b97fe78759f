package dev.arduinotrader.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.gateway.HaltSwitch;
import dev.arduinotrader.gateway.HttpSettings;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.MovedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening and closing the door. */
class HttpHostTest {
  private Path folder;

  @BeforeEach
  void name(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void listensOnTheConfiguredAddressOnly() {
    try (OpenDoor door = new OpenDoor(folder)) {
      assertThat(door.host.url()).isEqualTo("http://127.0.0.1:" + door.host.port() + "/");
    }
  }

  @Test
  void saysWhichPortIsTakenAndWhatToDo() {
    try (OpenDoor door = new OpenDoor(folder)) {
      Problem problem = start("127.0.0.1", door.host.port()).problemOrThrow();
      assertThat(problem.code()).isEqualTo("PORT_TAKEN");
      assertThat(problem.message())
          .isEqualTo(
              ("the web page cannot listen on 127.0.0.1:%1$d: another program has the port\n"
                      + "Maybe find it with: ss -tlnp 'sport = :%1$d'")
                  .formatted(door.host.port()));
    }
  }

  @Test
  void saysThatAnAddressIsNotOfThisDevice() {
    Problem problem = start("192.0.2.77", 0).problemOrThrow();

    assertThat(problem.code()).isEqualTo("ADDRESS_UNUSABLE");
    assertThat(problem.message()).contains("192.0.2.77:0").contains("ip addr");
  }

  @Test
  void opensAgainOnTheSamePortAfterItWasClosed() {
    int port;
    try (OpenDoor door = new OpenDoor(folder)) {
      port = door.host.port();
      assertThat(door.get("/api/status").statusCode()).isEqualTo(200);
    }
    try (HttpHost again = start("127.0.0.1", port).orElseThrow()) {
      assertThat(again.port()).isEqualTo(port);
    }
  }

  @Test
  void knowsTheAddressThatWasReachedWhenItListensOnAll() {
    try (HttpHost host = start("0.0.0.0", 0).orElseThrow()) {
      assertThat(host.url()).isEqualTo("http://localhost:" + host.port() + "/");
      assertThat(ask("127.0.0.2", host.port(), "127.0.0.2:" + host.port()))
          .startsWith("HTTP/1.1 200");
      assertThat(ask("127.0.0.2", host.port(), "127.0.0.3:" + host.port()))
          .startsWith("HTTP/1.1 403");
    }
  }

  private static String ask(String address, int port, String host) {
    try (Socket socket = new Socket(address, port)) {
      String request =
          "GET /api/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void closesTwiceWithoutHarm() {
    HttpHost host = start("127.0.0.1", 0).orElseThrow();
    host.close();
    host.close();
  }

  private Result<HttpHost> start(String address, int port) {
    TradingStandIn trading = new TradingStandIn(List.of());
    return HttpHost.start(
        new HttpSettings(
            address, port, folder.resolve("token"), List.of(), AccountId.of("paper-1"), "web"),
        new dev.arduinotrader.gateway.FakeGateway(OpenDoor.NOW),
        trading,
        HaltSwitch.of(trading),
        new MovedClock(OpenDoor.NOW),
        new CountedIds());
  }
}
