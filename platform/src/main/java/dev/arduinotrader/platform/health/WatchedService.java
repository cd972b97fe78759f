package dev.arduinotrader.platform.health;

import dev.arduinotrader.platform.call.TraderService;
import java.time.Duration;

/**
 * A service whose health is followed.
 *
 * @param service the service's key
 * @param client how it is called, guarded or remote
 * @param enabled false leaves its state unknown
 * @param interval between two checks
 * @param timeout how long an answer may take
 */
public record WatchedService(
    String service, TraderService client, boolean enabled, Duration interval, Duration timeout) {}
