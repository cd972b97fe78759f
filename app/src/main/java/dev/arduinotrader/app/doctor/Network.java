package dev.arduinotrader.app.doctor;

import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.LoadedConfig;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.lock.LockInfo;
import dev.arduinotrader.platform.lock.ServiceLock;
import dev.arduinotrader.platform.placement.Placement;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.platform.tls.CertificateFolder;
import dev.arduinotrader.platform.tls.CertificateView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Configuration, ports and certificates, looked at without a service. */
final class Network {
  private static final Duration CERTIFICATE_SHORT = Duration.ofDays(30);

  private final SessionOptions options;
  private final TraderClock clock;

  Network(SessionOptions options, TraderClock clock) {
    this.options = options;
    this.clock = clock;
  }

  List<Diagnosis> look() {
    return switch (ConfigLoader.load(
        options.deviceConfig(), options.servicesConfig(), options.environment())) {
      case Result.Failure<LoadedConfig>(Problem problem) ->
          List.of(
              Diagnosis.fail(
                  "configuration", problem.message(), "correct the file; trader config check"));
      case Result.Success<LoadedConfig>(LoadedConfig config) -> look(config);
    };
  }

  private List<Diagnosis> look(LoadedConfig config) {
    List<Diagnosis> found = new ArrayList<>();
    switch (Placement.of(config, null)) {
      case Result.Failure<Placement>(Problem problem) ->
          found.add(
              Diagnosis.fail(
                  "configuration", problem.message(), "correct the file; trader config check"));
      case Result.Success<Placement>(Placement placement) -> {
        found.add(
            Diagnosis.ok(
                "configuration",
                "device %s hosts %s"
                    .formatted(config.device().id(), keys(placement.hosted().stream().toList()))));
        placement.hosted().forEach(service -> found.add(port(service, placement)));
      }
    }
    TlsConfig tls = config.device().tls();
    if (tls == null) {
      found.add(Diagnosis.ok("certificates", "none: plain text, on this machine only"));
    } else {
      found.addAll(certificates(tls));
    }
    return found;
  }

  private static String keys(List<ServiceName> services) {
    return String.join(", ", services.stream().map(ServiceName::key).toList());
  }

  private Diagnosis port(ServiceName service, Placement placement) {
    int port = placement.port(service);
    String subject = "port " + port;
    Optional<LockInfo> holder = ServiceLock.holder(options.dataDirectory(), service.key());
    if (holder.isPresent()) {
      return Diagnosis.ok(
          subject, "%s runs in process %d".formatted(service.key(), holder.get().pid()));
    }
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return Diagnosis.ok(subject, "free for " + service.key() + " at " + free.getLocalPort());
    } catch (IOException e) {
      return Diagnosis.fail(
          subject,
          "expected it to be free for %s, found it taken by another program"
              .formatted(service.key()),
          "find it: ss -ltnp 'sport = :%d'".formatted(port));
    }
  }

  private List<Diagnosis> certificates(TlsConfig tls) {
    List<Diagnosis> found = new ArrayList<>();
    for (Path file : List.of(tls.ca(), tls.certificate(), tls.key())) {
      if (!Files.isReadable(file)) {
        found.add(
            Diagnosis.fail(
                "certificates", file + " cannot be read", "trader certs issue, or copy"));
      }
    }
    Path folder = tls.certificate().toAbsolutePath().getParent();
    if (!found.isEmpty() || folder == null) {
      return found;
    }
    switch (new CertificateFolder(folder, new RandomIds()).show()) {
      case Result.Failure<List<CertificateView>>(Problem problem) ->
          found.add(Diagnosis.fail("certificates", problem.message(), "trader certs show"));
      case Result.Success<List<CertificateView>>(List<CertificateView> views) ->
          views.forEach(view -> found.add(certificate(view)));
    }
    return found;
  }

  private Diagnosis certificate(CertificateView view) {
    Duration left = Duration.between(clock.now(), view.validTo());
    String seen =
        "%s of %s until %s".formatted(view.file().getFileName(), view.role(), view.validTo());
    if (left.isNegative()) {
      return Diagnosis.fail("certificates", seen + ": it has ended", "trader certs rotate");
    }
    return left.compareTo(CERTIFICATE_SHORT) < 0
        ? Diagnosis.warn("certificates", seen, "trader certs rotate")
        : Diagnosis.ok("certificates", seen);
  }
}
