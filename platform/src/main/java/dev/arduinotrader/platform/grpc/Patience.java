package dev.arduinotrader.platform.grpc;

import io.grpc.Context;

/**
 * The calls of a job in the background wait for a target that cannot be reached, until their
 * deadline, instead of failing at once. Not for a person who waits, nor for anything that trades.
 */
public final class Patience {
  private static final Context.Key<Boolean> KEY = Context.keyWithDefault("patience", false);

  private Patience() {}

  /** Does the work; calls to other processes that it makes, also through services here, wait. */
  public static void during(Runnable work) {
    Context.current().withValue(KEY, true).run(work);
  }

  static boolean isAsked() {
    return KEY.get();
  }
}
