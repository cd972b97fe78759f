package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.time.SystemClock;
import dev.arduinotrader.platform.tls.CallRole;
import dev.arduinotrader.platform.tls.CertificateFolder;
import dev.arduinotrader.platform.tls.CertificateView;
import dev.arduinotrader.platform.tls.CertificateWish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The household's certificates. */
@Command(
    name = "certs",
    description = {
      "Certificates with which devices prove who they are to each other.",
      "Keep the folder on one device only; each other one gets ca.pem and its own .pem and .key."
    })
final class CertsCommand {
  private static final int DAYS_DEFAULT = CertificateWish.DAYS_MAX;

  private final Invocation invocation;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Where certificates are kept. Default: certs in the data directory.")
  private @Nullable Path folder;

  CertsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Command(name = "init", description = "Make the household's own certificate authority.")
  int init() {
    return answer(CertificateFolder::init, this::print);
  }

  @Command(
      name = "issue",
      description = {
        "Make the key and certificate of a device, or of a person's browser.",
        "Example: trader certs issue compute-1 --address 192.168.1.10",
        "Example: trader certs issue primary --role owner --address 192.168.1.11",
        "Example: trader certs issue phone --role viewer --browser"
      })
  int issue(
      @Parameters(paramLabel = "ID", description = "The device, as services.yaml knows it.")
          String device,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "service",
              description =
                  "viewer (looks), service (hosts services) or owner (the gateway's device, and"
                      + " whoever trades). Default: service.")
          CallRole role,
      @Option(
              names = "--address",
              paramLabel = "HOST",
              description = "An IP address or name under which others call it; repeatable.")
          @Nullable List<String> addresses,
      @Option(
              names = "--days",
              paramLabel = "N",
              description = "How long it is valid, at most and by default 397.")
          @Nullable Integer days,
      @Option(names = "--browser", description = "Also make ID.p12, to be taken into a browser.")
          boolean browser) {
    CertificateWish wish =
        new CertificateWish(
            device,
            role,
            addresses == null ? List.of() : addresses,
            days == null ? DAYS_DEFAULT : days);
    return answer(certificates -> certificates.issue(wish, browser), this::print);
  }

  @Command(
      name = "rotate",
      description = {
        "Make a new key and certificate with the same names and role; running processes take them.",
        "Example: trader certs rotate compute-1"
      })
  int rotate(
      @Parameters(paramLabel = "ID", description = "The device.") String device,
      @Option(
              names = "--days",
              paramLabel = "N",
              description = "How long it is valid, at most and by default 397.")
          @Nullable Integer days) {
    return answer(
        certificates -> certificates.rotate(device, days == null ? DAYS_DEFAULT : days),
        this::print);
  }

  @Command(name = "show", description = "The certificates of the folder, and when they end.")
  int show() {
    return answer(CertificateFolder::show, this::print);
  }

  private <R> int answer(Function<CertificateFolder, Result<R>> work, Consumer<R> table) {
    Path chosen =
        folder == null
            ? invocation.options().dataDirectory(invocation.environment()).resolve("certs")
            : folder.toAbsolutePath().normalize();
    return switch (work.apply(new CertificateFolder(chosen, new RandomIds()))) {
      case Result.Failure<R>(Problem problem) -> invocation.console().fail(problem);
      case Result.Success<R>(R value) -> {
        invocation.print(value, table);
        yield ExitCode.OK;
      }
    };
  }

  private void print(CertificateView view) {
    print(List.of(view));
  }

  private void print(List<CertificateView> views) {
    Table table = new Table("CERTIFICATE", "ROLE", "DAYS LEFT", "VALID TO", "NAMES", "FILE");
    for (CertificateView view : views) {
      table.row(
          view.subject(),
          view.role(),
          Long.toString(Duration.between(SystemClock.system().now(), view.validTo()).toDays()),
          view.validTo().toString(),
          String.join(" ", view.names()),
          view.file().toString());
    }
    invocation.console().print(views.isEmpty() ? "No certificates yet." : table.render());
  }
}
