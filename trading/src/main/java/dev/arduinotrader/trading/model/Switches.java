package dev.arduinotrader.trading.model;

import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.TradeValidation.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What alone decides whether any order may leave; read again right before every send.
 *
 * @param halted the stored latch
 * @param haltFile whether the HALT file is there, or cannot be ruled out
 * @param epochOld whether another process holds a newer lease of the account
 * @param unreconciled whether the broker was asked for its news last and did not answer
 * @param reduceReason why only sales may leave; empty when purchases may leave too
 */
public record Switches(
    Mode mode,
    boolean halted,
    String haltReason,
    boolean haltFile,
    boolean epochOld,
    boolean unreconciled,
    String reduceReason) {

  /** With purchases as free to leave as sales. */
  public Switches(
      Mode mode, boolean halted, String haltReason, boolean haltFile, boolean epochOld) {
    this(mode, halted, haltReason, haltFile, epochOld, false, "");
  }

  /** Everything here that stands against sending an order to this side. */
  public List<Finding> findings(Side side) {
    List<Finding> found = new ArrayList<>();
    if (mode == Mode.RESEARCH) {
      found.add(
          finding(
              GateCheck.MODE,
              "expected mode PAPER or LIVE, found RESEARCH: plans only"
                  + "\nMaybe set the mode to PAPER, or to LIVE where the money is real."));
    }
    if (halted) {
      found.add(
          finding(
              GateCheck.HALTED,
              "trading is halted: " + haltReason + "\nMaybe resume once the reason is gone."));
    }
    if (haltFile) {
      found.add(
          finding(
              GateCheck.HALT_FILE,
              "the file HALT lies in the data directory\nMaybe resume, which removes it."));
    }
    if (epochOld) {
      found.add(
          finding(
              GateCheck.EPOCH_OLD,
              "another process has taken over this account's orders\nMaybe stop this one."));
    }
    if (unreconciled) {
      found.add(
          finding(
              GateCheck.RECONCILE_FIRST,
              "the broker's news could not be had when it was last asked"
                  + "\nMaybe reconcile; it passes as soon as the broker answers."));
    }
    if (!reduceReason.isEmpty() && side == Side.BUY) {
      found.add(
          finding(
              GateCheck.REDUCE_ONLY,
              "only sales leave: " + reduceReason + "\nMaybe resume once the reason is gone."));
    }
    return found;
  }

  private static Finding finding(GateCheck check, String message) {
    return new Finding(check.name(), message);
  }
}
