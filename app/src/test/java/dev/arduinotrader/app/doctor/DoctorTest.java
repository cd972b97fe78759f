package dev.arduinotrader.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.app.doctor.Diagnosis.Level;
import dev.arduinotrader.app.session.SessionOpener;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.testkit.MovedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private final MovedClock clock = MovedClock.at("2026-11-23T06:00:00Z");
  private final Path directory;

  DoctorTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private List<Diagnosis> look(Path data, Path device) {
    SessionOptions options =
        new SessionOptions(data, null, device, null, AccountId.of("paper-1"), Map.of());
    SessionOpener closed = (asked, access) -> CommonReason.UNAVAILABLE.failure("no door opens");
    return new Doctor(options, closed, clock).look();
  }

  private Diagnosis of(String subject) throws IOException {
    Path device =
        Files.writeString(
            directory.resolve("device.yaml"), "device:\n  id: primary\n  name: Here\n");
    return look(directory, device).stream()
        .filter(one -> one.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysOfEveryTroubleWhatToDoNext() throws IOException {
    assertThat(of("services").level()).isEqualTo(Level.FAIL);
    assertThat(of("services").found()).isEqualTo("no door opens");
    assertThat(look(directory, directory.resolve("device.yaml")))
        .filteredOn(one -> one.level() != Level.OK)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.next()).isNotBlank());
  }

  @Test
  void seesATokenThatOthersCanRead() throws IOException {
    Path token = Files.writeString(directory.resolve("token"), "secret");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(of("token").level()).isEqualTo(Level.FAIL);
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    assertThat(of("token").level()).isEqualTo(Level.OK);
  }

  @Test
  void missesABackupOnceThereIsSomethingToCopy() throws IOException {
    assertThat(of("backup").level()).isEqualTo(Level.WARN);
    assertThat(of("backup").next()).isEqualTo("trader backup create");
  }

  @Test
  void looksForNothingWhereNothingIsYet() {
    assertThat(look(directory.resolve("none"), directory.resolve("none.yaml")))
        .filteredOn(one -> one.subject().equals("services"))
        .singleElement()
        .satisfies(one -> assertThat(one.level()).isEqualTo(Level.OK));
  }

  @Test
  void namesTheFaultOfAConfigurationThatCannotBeRead() throws IOException {
    Path device = Files.writeString(directory.resolve("bad.yaml"), "device:\n  roles: [king]\n");
    assertThat(look(directory, device))
        .filteredOn(one -> one.subject().equals("configuration"))
        .singleElement()
        .satisfies(one -> assertThat(one.level()).isEqualTo(Level.FAIL))
        .satisfies(one -> assertThat(one.found()).contains("king"));
  }
}
