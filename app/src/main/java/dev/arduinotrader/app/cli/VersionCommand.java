package dev.arduinotrader.app.cli;

import dev.arduinotrader.platform.health.Version;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Which program this is. */
@Command(name = "version", description = "The version of this program and of its Java.")
final class VersionCommand implements Callable<Integer> {
  private final Invocation invocation;

  VersionCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Map<String, String> versions =
        Map.of("version", Version.current(), "java", Runtime.version().toString());
    invocation.print(
        versions,
        v ->
            invocation
                .console()
                .print(
                    "Arduino Trader %s on Java %s"
                        .formatted(Version.current(), Runtime.version())));
    return ExitCode.OK;
  }
}
