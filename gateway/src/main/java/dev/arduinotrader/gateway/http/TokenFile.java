package dev.arduinotrader.gateway.http;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.id.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Set;

/** The file with the secret that a caller must know to change anything; only its owner reads it. */
public final class TokenFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;

  private TokenFile(Path path) {
    this.path = path;
  }

  /**
   * The token file at this path: made with a fresh random token when it is missing or empty, and
   * closed to everybody but its owner. Fails with TOKEN_FILE_UNUSABLE.
   */
  public static Result<TokenFile> ensure(Path path, Ids ids) {
    try {
      if (!Files.exists(path) || Files.readString(path).isBlank()) {
        make(path, ids.next() + ids.next());
      }
      Files.setPosixFilePermissions(path, OWNER_ONLY);
      return Result.success(new TokenFile(path));
    } catch (IOException | UnsupportedOperationException e) {
      return HttpReason.TOKEN_FILE_UNUSABLE.failure(
          "cannot read or make the token file "
              + path
              + ": "
              + e
              + "\nMaybe its folder is missing or belongs to somebody else.");
    }
  }

  /** Whether this is the token that the file holds now; takes as long for any wrong one. */
  Result<Boolean> matches(String token) {
    try {
      String expected = Files.readString(path).strip();
      return Result.success(
          !expected.isEmpty()
              && MessageDigest.isEqual(
                  expected.getBytes(StandardCharsets.UTF_8),
                  token.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return HttpReason.TOKEN_FILE_UNUSABLE.failure(
          "cannot read the token file: " + e.getClass().getSimpleName());
    }
  }

  /** Moved into place when it is complete, so that a crash leaves no half of it. */
  private static void make(Path path, String token) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Path draft =
        Files.createTempFile(
            folder, "token-", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      Files.writeString(draft, token + "\n");
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
