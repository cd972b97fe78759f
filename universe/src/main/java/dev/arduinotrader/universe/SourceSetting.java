package dev.arduinotrader.universe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One source as the owner wants it.
 *
 * @param name how people call it and how stored values name it: small letters, digits and -
 * @param location a folder on this service's device, or a web address without a slash at its end;
 *     null for the usual address of its kind
 * @param publicKey where the public key is, as {@code env:NAME} or {@code file:PATH}; null without
 * @param privateKey the same for the private one; the keys themselves are never stored
 * @param requestsPerMinute 1 to 6,000 for web sources; 0 for folders
 * @param timeout for one security, repeated attempts included, 1 s to 10 min
 */
public record SourceSetting(
    String name,
    SourceKind kind,
    @Nullable String location,
    @Nullable String publicKey,
    @Nullable String privateKey,
    int requestsPerMinute,
    Duration timeout) {
  /** A source of this kind with its usual pace and time limit and without keys. */
  public static SourceSetting of(String name, SourceKind kind, @Nullable String location) {
    return new SourceSetting(
        name, kind, location, null, null, kind.requestsPerMinute(), kind.timeout());
  }
}
