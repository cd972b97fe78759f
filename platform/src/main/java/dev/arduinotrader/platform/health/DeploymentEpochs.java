package dev.arduinotrader.platform.health;

import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The epochs of the deployment that this process knows: its own, and the newest that another
 * process has told in a health answer. The older one stops writing, until its own configuration is
 * as new.
 */
public final class DeploymentEpochs {
  private record Seen(int epoch, String where) {}

  private final IntSupplier own;
  private volatile Seen newest = new Seen(0, "");

  /**
   * @param own the epoch that this process runs by, from 1; may rise with its configuration
   */
  public DeploymentEpochs(IntSupplier own) {
    this.own = own;
  }

  /** The epoch that this process runs by. */
  public int own() {
    return own.getAsInt();
  }

  /** Remembers what a service told of its process; a later silence changes nothing. */
  public synchronized void note(ServiceState state) {
    ServiceHealth answer = state.answer();
    Optional<ProcessFacts> process = answer == null ? Optional.empty() : answer.process();
    process
        .map(ProcessFacts::deploymentEpoch)
        .filter(epoch -> epoch > newest.epoch())
        .ifPresent(epoch -> newest = new Seen(epoch, state.service()));
  }

  /** Whether another process runs by a newer configuration: then nothing here may be written. */
  public boolean isOutdated() {
    return newest.epoch() > own();
  }

  /** Why nothing may be written, and what to do; for people. */
  public String explanation() {
    Seen seen = newest;
    return "expected the newest deployment epoch, found %d here and %d at %s:"
            .concat(" this process does not write")
            .formatted(own(), seen.epoch(), seen.where())
        + "\nMaybe give this device the newer services.yaml, or stop the process.";
  }
}
