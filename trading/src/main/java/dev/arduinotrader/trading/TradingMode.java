package dev.arduinotrader.trading;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account's mode.
 *
 * @param halted the stored latch or the HALT file is set
 * @param haltReason empty unless halted
 * @param haltedAt null unless the stored latch is set
 * @param reduceReason why only sales leave; empty when purchases may leave too
 */
public record TradingMode(
    Mode mode,
    boolean halted,
    String haltReason,
    @Nullable Instant haltedAt,
    long epoch,
    String reduceReason) {
  public TradingMode {
    // Answers stored by earlier versions have none.
    reduceReason = Objects.requireNonNullElse(reduceReason, "");
  }

  /** With purchases as free to leave as sales. */
  public TradingMode(
      Mode mode, boolean halted, String haltReason, @Nullable Instant haltedAt, long epoch) {
    this(mode, halted, haltReason, haltedAt, epoch, "");
  }
}
