package dev.arduinotrader.platform.tls;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Java installation's own tool for certificates; passwords reach it by its environment. */
final class Keytool {
  private static final String PASSWORD_VARIABLE = "TRADER_STORE_PASSWORD";
  private static final int SECONDS_MAX = 60;

  private final String password;

  Keytool(String password) {
    this.password = password;
  }

  /** Runs one of its commands; ISSUE_FAILED with what it said when it cannot. */
  Result<Done> run(Path store, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(arguments);
    command.addAll(
        List.of(
            "-keystore",
            store.toString(),
            "-storetype",
            "PKCS12",
            "-storepass:env",
            PASSWORD_VARIABLE));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put(PASSWORD_VARIABLE, password);
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return TlsReason.ISSUE_FAILED.failure("keytool did not end within 60 s");
      }
      return process.exitValue() == 0
          ? Result.success(Done.DONE)
          : TlsReason.ISSUE_FAILED.failure("keytool refused: " + said.strip());
    } catch (IOException e) {
      throw new UncheckedIOException("every Java has a keytool", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return TlsReason.ISSUE_FAILED.failure("interrupted while keytool worked");
    }
  }
}
