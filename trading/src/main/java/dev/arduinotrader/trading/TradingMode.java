package dev.arduinotrader.trading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's mode.
 *
 * @param halted the stored latch or the HALT file is set
 * @param haltReason empty unless halted
 * @param haltedAt null unless the stored latch is set
 */
public record TradingMode(
    Mode mode, boolean halted, String haltReason, @Nullable Instant haltedAt, long epoch) {}
