package dev.arduinotrader.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that brings the program to a device, where ssh leads to a folder of this machine. */
class DeployScriptTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private final Path folder;
  private final Path home;
  private final Path device;

  DeployScriptTest(@TempDir Path folder) {
    this.folder = folder;
    this.home = folder.resolve("project");
    this.device = folder.resolve("device");
  }

  @BeforeEach
  void makeAProjectAndACable() throws IOException {
    copy(PROJECT.resolve("scripts"), home.resolve("scripts"));
    copy(PROJECT.resolve("deploy/configs/dual-device"), home.resolve("configs"));
    Files.createDirectories(home.resolve("app/target/lib"));
    Files.writeString(home.resolve("app/target/built.stamp"), "");
    program(home.resolve("trader"), "[ \"$1\" = run ] && env >started.txt; exit 0");
    program(folder.resolve("bin/ssh"), "shift; exec sh -c \"$1\"");
    program(folder.resolve("bin/scp"), "exec cp \"$1\" \"${2#*:}\"");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private void certificate(String... names) throws IOException {
    Path folder = Files.createDirectories(home.resolve("data/certs"));
    for (String name : names) {
      Path file = Files.writeString(folder.resolve(name), name);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private record Ended(int code, String said) {}

  private Ended deploy() throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    home.resolve("scripts/deploy_to_device.sh").toString(),
                    "somebody@compute",
                    home.resolve("configs").toString(),
                    "device1.yaml",
                    device.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TRADER_"));
    builder
        .environment()
        .merge("PATH", "", (path, none) -> folder.resolve("bin") + File.pathSeparator + path);
    int code = builder.start().waitFor();
    return new Ended(code, Files.readString(said));
  }

  @Test
  void bringsProgramFilesAndTheDevicesOwnCertificateAndStartsIt() throws Exception {
    certificate("ca.pem", "ca.p12", "compute-1.pem", "compute-1.key", "primary.key");
    Ended ended = deploy();
    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(device.resolve("device.yaml"))
        .hasSameTextualContentAs(home.resolve("configs/device1.yaml"));
    assertThat(device.resolve("services.yaml"))
        .hasSameTextualContentAs(home.resolve("configs/services.yaml"));
    try (Stream<Path> files = Files.list(device.resolve("certs"))) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("ca.pem", "compute-1.pem", "compute-1.key");
    }
    assertThat(Files.getPosixFilePermissions(device.resolve("certs/compute-1.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(device.resolve("data/pids/trader.pid")).isNotEmptyFile();
    assertThat(ended.said()).contains("started this device's services");
  }

  @Test
  void saysWhichCertificateIsMissingBeforeAnythingIsCopied() throws Exception {
    certificate("ca.pem", "primary.pem", "primary.key");
    Ended ended = deploy();
    assertThat(ended.code()).isOne();
    assertThat(ended.said())
        .contains("found no compute-1.pem", "./trader certs issue compute-1 --address");
    assertThat(device).doesNotExist();
  }
}
