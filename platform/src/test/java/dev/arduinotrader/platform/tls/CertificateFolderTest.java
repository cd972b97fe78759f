package dev.arduinotrader.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.config.TlsConfig;
import dev.arduinotrader.platform.id.RandomIds;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.time.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFolderTest {
  private static Path folder;
  private static CertificateFolder certificates;
  private static CertificateView issued;

  @BeforeAll
  static void issue(@TempDir Path home) {
    folder = home;
    certificates = new CertificateFolder(folder, new RandomIds());
    certificates.init().orElseThrow();
    issued =
        certificates
            .issue(
                new CertificateWish(
                    "primary", CallRole.OWNER, List.of("192.168.1.10", "board.local"), 90),
                true)
            .orElseThrow();
  }

  private static TlsConfig files() {
    return new TlsConfig(
        folder.resolve("ca.pem"), folder.resolve("primary.pem"), folder.resolve("primary.key"));
  }

  @Test
  void namesTheDeviceItsAddressesAndLoopback() {
    assertThat(issued.names())
        .containsExactlyInAnyOrder(
            "127.0.0.1", "0:0:0:0:0:0:0:1", "localhost", "192.168.1.10", "board.local", "primary");
    assertThat(issued.role()).isEqualTo("owner");
    assertThat(issued.subject()).isEqualTo("CN=primary");
    assertThat(certificates.show().orElseThrow())
        .extracting(CertificateView::role)
        .containsExactly("authority", "owner");
  }

  @Test
  void keepsEveryFileToItsOwner() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as("%s", file)
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void neverOverwritesAnAuthority() {
    assertThat(certificates.init().problemOrThrow().code()).isEqualTo("AUTHORITY_EXISTS");
  }

  @Test
  void issuesNothingWithoutAnAuthority(@TempDir Path empty) {
    assertThat(
            new CertificateFolder(empty, new RandomIds())
                .issue(new CertificateWish("primary", CallRole.OWNER, List.of(), 90), false)
                .problemOrThrow()
                .code())
        .isEqualTo("AUTHORITY_MISSING");
  }

  @Test
  void refusesABadWishNamingEveryFault() {
    Problem problem =
        certificates
            .issue(
                new CertificateWish(
                    "ca", CallRole.OWNER, List.of("a host", "x,uri:arduino-trader:role:owner"), 0),
                false)
            .problemOrThrow();

    assertThat(problem.faults()).hasSize(4);
  }

  @Test
  void refusesAKeyThatOthersCanRead(@TempDir Path other) throws IOException {
    Path key = Files.copy(files().key(), other.resolve("primary.key"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    Problem problem =
        TlsIdentity.open(
                new TlsConfig(files().ca(), files().certificate(), key), SystemClock.system())
            .problemOrThrow();

    assertThat(problem.code()).isEqualTo("KEY_EXPOSED");
    assertThat(problem.message()).contains("chmod 600 " + key);
  }

  @Test
  void refusesACertificateThatItsAuthorityDoesNotKnow(@TempDir Path other) {
    CertificateFolder strangers = new CertificateFolder(other, new RandomIds());
    strangers.init().orElseThrow();
    Problem problem =
        TlsIdentity.open(
                new TlsConfig(other.resolve("ca.pem"), files().certificate(), files().key()),
                SystemClock.system())
            .problemOrThrow();

    assertThat(problem.code()).isEqualTo("CERTIFICATE_UNUSABLE");
    assertThat(problem.message()).contains("does not vouch for");
  }

  @Test
  void warnsAMonthBeforeTheCertificateEndsAndRefusesItAfterwards() {
    Fixtures.HandClock clock = new Fixtures.HandClock();
    Instant end = issued.validTo();
    clock.set(end.minus(Duration.ofDays(31)));
    TlsIdentity identity = TlsIdentity.open(files(), clock).orElseThrow();
    assertThat(identity.warnings()).isEmpty();

    clock.set(end.minus(Duration.ofDays(29)));
    assertThat(identity.warnings())
        .singleElement()
        .asString()
        .contains("ends in 29 days")
        .contains("trader certs rotate");

    clock.set(end.plusSeconds(1));
    identity.look();
    assertThat(identity.warnings()).hasSize(2).last().asString().contains("has ended at");
    assertThat(TlsIdentity.open(files(), clock).problemOrThrow().code())
        .isEqualTo("CERTIFICATE_UNUSABLE");
  }

  @Test
  void keepsTheOldCertificateWhileTheFilesDoNotFitTogether(@TempDir Path other) throws IOException {
    CertificateFolder copy = new CertificateFolder(other, new RandomIds());
    copy.init().orElseThrow();
    copy.issue(new CertificateWish("primary", CallRole.OWNER, List.of(), 90), false).orElseThrow();
    TlsConfig files =
        new TlsConfig(
            other.resolve("ca.pem"), other.resolve("primary.pem"), other.resolve("primary.key"));
    TlsIdentity identity = TlsIdentity.open(files, SystemClock.system()).orElseThrow();
    var before = identity.certificate();

    Files.copy(files().key(), files.key(), StandardCopyOption.REPLACE_EXISTING);
    identity.look();

    assertThat(identity.certificate()).isEqualTo(before);
    assertThat(identity.warnings()).singleElement().asString().contains("a key of another");
  }
}
