package dev.arduinotrader.app.fleet;

import dev.arduinotrader.platform.config.ServiceName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants to be moved.
 *
 * @param service which service
 * @param to the id of its new home
 * @param port its gRPC port there, null for the port that it has
 * @param otherProgram whether the new one may be of another version than the old one
 * @param drain how long the old one is kept for those who have not turned yet
 * @param watch how long the new one is watched before the old one is stopped
 */
public record MoveWish(
    ServiceName service,
    String to,
    @Nullable Integer port,
    boolean otherProgram,
    Duration drain,
    Duration watch) {}
