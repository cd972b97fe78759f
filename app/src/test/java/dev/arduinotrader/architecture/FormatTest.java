package dev.arduinotrader.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java file is as google-java-format writes it. */
class FormatTest {
  @Test
  void everyFileIsFormatted() {
    ToolProvider formatter =
        ToolProvider.findFirst("google-java-format")
            .orElseThrow(() -> new AssertionError("expected google-java-format on the class path"));
    List<String> paths =
        Repository.javaFiles().stream().map(file -> file.path().toString()).toList();
    StringWriter differing = new StringWriter();
    StringWriter errors = new StringWriter();

    int exitCode =
        formatter.run(
            new PrintWriter(differing),
            new PrintWriter(errors),
            Stream.concat(Stream.of("--dry-run", "--set-exit-if-changed"), paths.stream())
                .toArray(String[]::new));

    String prefix = Repository.root() + "/";
    assertThat(differing.toString().replace(prefix, ""))
        .as("files that are not formatted; to format them: scripts/format.sh")
        .isEmpty();
    assertThat(errors.toString().replace(prefix, "")).isEmpty();
    assertThat(exitCode).isZero();
  }
}
