package dev.arduinotrader.app.session;

import dev.arduinotrader.kernel.id.AccountId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command was told about where and when to work.
 *
 * @param dataDirectory where state is kept
 * @param clockStart where the clock starts, null for the machine's own time
 * @param environment the process's environment variables
 */
public record SessionOptions(
    Path dataDirectory,
    @Nullable Instant clockStart,
    @Nullable Path deviceConfig,
    @Nullable Path servicesConfig,
    AccountId account,
    Map<String, String> environment) {}
