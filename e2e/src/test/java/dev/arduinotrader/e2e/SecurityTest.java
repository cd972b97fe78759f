package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.channel.ChannelSettings;
import dev.arduinotrader.platform.channel.Channels;
import dev.arduinotrader.platform.channel.Target;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.tls.TlsIdentity;
import dev.arduinotrader.trading.TradingModule;
import dev.arduinotrader.trading.TradingService;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running system with certificates, as strangers, guests and its owner meet it. */
final class SecurityTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration CALL = Duration.ofSeconds(20);
  private static final long PACE_NANOS = 5_000_000;
  private static final Executor OWN_THREAD = task -> Thread.ofVirtual().start(task);
  private static final int ANSWER_MILLIS_MAX = 5_000;

  private final Path folder;
  private final FleetFiles files;
  private final Trader trader;
  private final Running running;

  SecurityTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    files = FleetFiles.local(folder);
    trader =
        new Trader(folder)
            .with("SERVICES_CONFIG_PATH", files.services().toString())
            .with("DEVICE_CONFIG_PATH", device("primary").toString());
    trader.run("certs", "init").succeeded();
    trader.run("certs", "issue", "primary", "--role", "owner").succeeded();
    trader.run("certs", "issue", "compute-1").succeeded();
    running = trader.start("secure", "run", "--no-schedule");
    Await.until("a system that serves", LIMIT, this::isServing, running::said);
  }

  private boolean isServing() {
    assertThat(running.isAlive()).as(running.said()).isTrue();
    return running.said().contains("Ctrl-C");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  /** A device file that shows the certificate of this id. */
  private Path device(String id) throws IOException {
    TlsConfig tls = tls(id);
    return Files.writeString(
        folder.resolve("as-" + id + ".yaml"),
        """
        device:
          id: primary
          tls: {ca: "%s", certificate: "%s", key: "%s"}
        """
            .formatted(tls.ca(), tls.certificate(), tls.key()));
  }

  private TlsConfig tls(String id) {
    Path certificates = folder.resolve("data").resolve("certs");
    return new TlsConfig(
        certificates.resolve("ca.pem"),
        certificates.resolve(id + ".pem"),
        certificates.resolve(id + ".key"));
  }

  private TlsIdentity identity(String id) {
    return TlsIdentity.open(tls(id), SystemClock.system()).orElseThrow();
  }

  private List<Integer> ports() {
    List<Integer> ports = new ArrayList<>();
    for (ServiceName name : ServiceName.values()) {
      ports.add(files.port(name));
    }
    ports.add(files.httpPort());
    return ports;
  }

  @Test
  void isClosedToStrangersOnEveryPortAndServesItsOwner() throws Exception {
    SSLContext owner = identity("primary").context();
    SSLContext nobody = withoutCertificate();
    for (int port : ports()) {
      assertThat(answersPlainText(port)).as("plain text on %d", port).isFalse();
      assertThat(answers(port, nobody)).as("no certificate on %d", port).isFalse();
      assertThat(answers(port, owner)).as("the owner on %d", port).isTrue();
    }
    trader.run("health").succeeded();

    trader.with("DEVICE_CONFIG_PATH", device("compute-1").toString());
    trader.run("health").succeeded();
    for (String[] command :
        List.of(
            new String[] {"resume", "--reason", "mine now"},
            new String[] {"portfolio", "deposit", "1", "EUR"},
            new String[] {"portfolio", "open", "--broker", "paper"},
            new String[] {"universe", "remove", "FABEU.SIM", "--reason", "mine now"},
            new String[] {"cycle"})) {
      Trader.Outcome refused = trader.run(command);
      assertThat(refused.exitCode()).as(refused.err()).isEqualTo(6);
      assertThat(refused.err()).contains("expected the role owner", "CN=compute-1");
    }
    assertThat(posted("compute-1")).contains("403", "ROLE_MISSING");
    // Past the guard: the account that it asks for is not there.
    assertThat(posted("primary")).contains("ACCOUNT_UNKNOWN");
  }

  /** The status and body of a command by the page's way, with the token and this certificate. */
  private String posted(String id) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().sslContext(identity(id).context()).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("https://localhost:" + files.httpPort() + "/api/resume"))
              .header("Content-Type", "application/json")
              .header(
                  "Authorization",
                  "Bearer " + Files.readString(trader.data().resolve("token")).strip())
              .POST(HttpRequest.BodyPublishers.ofString("{\"reason\": \"a test\"}"))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }

  @Test
  void takesANewCertificateUnderLoadWithoutAFailedCall() throws Exception {
    TlsIdentity caller = identity("primary");
    String before = serial(files.port(ServiceName.TRADING), caller);
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<List<Result<?>>> steady =
        CompletableFuture.supplyAsync(() -> call(caller, enough, Integer.MAX_VALUE), OWN_THREAD);
    CompletableFuture<List<Result<?>>> connecting =
        CompletableFuture.supplyAsync(() -> call(caller, enough, 3), OWN_THREAD);

    trader.run("certs", "rotate", "primary").succeeded();
    Await.until(
        "the new certificate",
        LIMIT,
        () -> {
          caller.look();
          return !serial(files.port(ServiceName.TRADING), caller).equals(before);
        },
        running::said);
    trader.run("health").succeeded();
    enough.set(true);

    assertThat(steady.join()).hasSizeGreaterThan(100).allMatch(Result::isSuccess);
    assertThat(connecting.join()).hasSizeGreaterThan(10).allMatch(Result::isSuccess);
  }

  /** Asks trading again and again, so many times over each connection. */
  private List<Result<?>> call(TlsIdentity caller, AtomicBoolean enough, int callsPerConnection) {
    List<Result<?>> answers = new ArrayList<>();
    while (!enough.get()) {
      try (Channels channels = new Channels(caller)) {
        TradingService trading =
            TradingModule.client(
                channels.callsTo(
                    new Target(
                        "trading",
                        "127.0.0.1",
                        files.port(ServiceName.TRADING),
                        ChannelSettings.withTimeout(CALL))));
        for (int i = 0; i < callsPerConnection && !enough.get(); i++) {
          answers.add(trading.healthCheck(context()));
          LockSupport.parkNanos(PACE_NANOS);
        }
      }
    }
    return answers;
  }

  private static CallContext context() {
    return new CallContext(
        AccountId.of("paper-1"),
        "e2e",
        new RandomIds().nextRequestId(),
        Deadline.after(CALL),
        SystemClock.system().now());
  }

  /** Trusts the household's authority, as anyone may, and shows nothing. */
  private SSLContext withoutCertificate() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(tls("primary").ca())) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private boolean answersPlainText(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return port == files.httpPort()
          ? asked(socket).startsWith("HTTP/1.1 200")
          : hasSettings(socket);
    } catch (IOException refused) {
      return false;
    }
  }

  private boolean answers(int port, SSLContext context) {
    try (SSLSocket socket = connected(port, context)) {
      return port == files.httpPort()
          ? asked(socket).startsWith("HTTP/1.1 200")
          : hasSettings(socket);
    } catch (IOException refused) {
      return false;
    }
  }

  private SSLSocket connected(int port, SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    SSLParameters parameters = socket.getSSLParameters();
    if (port != files.httpPort()) {
      parameters.setApplicationProtocols(new String[] {"h2"});
    }
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(ANSWER_MILLIS_MAX);
    socket.startHandshake();
    return socket;
  }

  /** An HTTP/2 server that takes a caller speaks first, with a settings frame (type 4). */
  private static boolean hasSettings(Socket socket) throws IOException {
    socket.setSoTimeout(ANSWER_MILLIS_MAX);
    socket
        .getOutputStream()
        .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
    socket.getOutputStream().flush();
    byte[] frame = socket.getInputStream().readNBytes(9);
    return frame.length == 9 && frame[3] == 4;
  }

  private String asked(Socket socket) throws IOException {
    socket.setSoTimeout(ANSWER_MILLIS_MAX);
    String request =
        "GET /api/status HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
            .formatted(files.httpPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String serial(int port, TlsIdentity caller) {
    try (SSLSocket socket = connected(port, caller.context())) {
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getSerialNumber().toString();
    } catch (IOException e) {
      throw new AssertionError("the port does not show its certificate", e);
    }
  }
}
