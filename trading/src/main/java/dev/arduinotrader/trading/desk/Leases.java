package dev.arduinotrader.trading.desk;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.trading.model.Switches;
import dev.arduinotrader.trading.store.AccountState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The leases that this process holds, and what else decides whether an order may leave. */
public final class Leases {
  private final Path haltFile;
  private final BooleanSupplier outdated;
  private final ConcurrentHashMap<AccountId, Long> epochs = new ConcurrentHashMap<>();

  /** Whether the broker answered when it was last asked for its news; absent before. */
  private final ConcurrentHashMap<AccountId, Boolean> reconciled = new ConcurrentHashMap<>();

  /**
   * @param outdated whether another process runs by a newer deployment epoch
   */
  public Leases(Path haltFile, BooleanSupplier outdated) {
    this.haltFile = haltFile;
    this.outdated = outdated;
  }

  /** The epoch under which this process works for the account: the one it found first. */
  public long epoch(AccountState account) {
    return epochs.computeIfAbsent(account.accountId(), key -> account.epoch());
  }

  /** Remembers whether all of the broker's news could be taken in. */
  void reconciled(AccountId account, boolean done) {
    reconciled.put(account, done);
  }

  /** False from the start of the process, and after each failure, until the broker answers. */
  boolean isReconciled(AccountId account) {
    return reconciled.getOrDefault(account, false);
  }

  /** True unless it is certain that there is no HALT file. */
  public boolean haltFileExists() {
    return !Files.notExists(haltFile);
  }

  public Path haltFile() {
    return haltFile;
  }

  /** What alone decides whether any order of the account may leave now. */
  public Switches switches(AccountState account) {
    String reason = account.haltReason();
    return new Switches(
        account.mode(),
        account.isHalted(),
        reason == null ? "" : reason,
        haltFileExists(),
        epoch(account) != account.epoch() || outdated.getAsBoolean(),
        !reconciled.getOrDefault(account.accountId(), true),
        Objects.requireNonNullElse(account.reduceReason(), ""));
  }
}
