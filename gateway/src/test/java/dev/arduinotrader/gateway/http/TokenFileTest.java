package dev.arduinotrader.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.platform.id.RandomIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret that commands need. */
class TokenFileTest {
  private Path folder;
  private Path path;

  @BeforeEach
  void name(@TempDir Path temporary) {
    folder = temporary;
    path = folder.resolve("token");
  }

  @Test
  void makesALongRandomTokenThatOnlyItsOwnerReads() throws IOException {
    TokenFile token = TokenFile.ensure(path, new RandomIds()).orElseThrow();

    String text = Files.readString(path).strip();
    assertThat(text).matches("[0-9a-v]{48}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(token.matches(text).orElseThrow()).isTrue();
    assertThat(token.matches("").orElseThrow()).isFalse();
    assertThat(folder.toFile().list()).containsExactly("token");
  }

  @Test
  void keepsATokenThatIsThere() throws IOException {
    TokenFile.ensure(path, new RandomIds()).orElseThrow();
    String first = Files.readString(path);
    TokenFile.ensure(path, new RandomIds()).orElseThrow();

    assertThat(Files.readString(path)).isEqualTo(first);
  }

  @Test
  void replacesAnEmptyFileAndClosesAnOpenOne() throws IOException {
    Files.writeString(path, "\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

    TokenFile token = TokenFile.ensure(path, new RandomIds()).orElseThrow();

    assertThat(Files.readString(path)).isNotBlank();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(token.matches("\n").orElseThrow()).isFalse();
  }

  @Test
  void followsATokenThatIsReplaced() throws IOException {
    TokenFile token = TokenFile.ensure(path, new RandomIds()).orElseThrow();
    Files.writeString(path, "another\n");

    assertThat(token.matches("another").orElseThrow()).isTrue();
  }

  @Test
  void letsNobodyInWhenTheFileIsGoneOrEmpty() throws IOException {
    TokenFile token = TokenFile.ensure(path, new RandomIds()).orElseThrow();
    Files.writeString(path, "");
    assertThat(token.matches("").orElseThrow()).isFalse();
    Files.delete(path);
    assertThat(token.matches("").problemOrThrow().code()).isEqualTo("TOKEN_FILE_UNUSABLE");
  }

  @Test
  void saysWhenTheFolderIsMissing() {
    Path missing = folder.resolve("missing").resolve("token");

    assertThat(TokenFile.ensure(missing, new RandomIds()).problemOrThrow().message())
        .contains(missing.toString())
        .contains("Maybe its folder is missing");
  }
}
