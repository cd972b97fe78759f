package dev.arduinotrader.universe.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  private final Secrets secrets = new Secrets(Map.of("KEY", "s3cret", "EMPTY", ""));

  @Test
  void readsVariablesAndFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), " other \n");
    assertThat(secrets.read("env:KEY")).isEqualTo("s3cret");
    assertThat(secrets.read("file:" + file)).isEqualTo("other");
  }

  @Test
  void saysWhatIsMissingAndNeverWhatWasFound() {
    assertThatThrownBy(() -> secrets.read("env:EMPTY")).hasMessageContaining("env:EMPTY");
    assertThatThrownBy(() -> secrets.read("file:no-such-file")).hasMessageContaining("no-such");
    assertThatThrownBy(() -> secrets.read("s3cret")).hasMessageNotContaining("s3cret");
    assertThat(Secrets.isReference("s3cret")).isFalse();
  }
}
