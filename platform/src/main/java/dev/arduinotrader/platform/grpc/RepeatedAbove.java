package dev.arduinotrader.platform.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a caller further up repeats the present call when it fails. A call is repeated at
 * the outermost hop only: everything below makes one attempt, so that retries never multiply.
 */
final class RepeatedAbove {
  private static final Context.Key<String> KEY = Context.key("repeated-above");

  private RepeatedAbove() {}

  /** The present scope with what the caller's metadata say. */
  static Context read(Context scope, Metadata headers) {
    String by = headers.get(CallHeaders.REPEATED_BY);
    return by == null ? scope : scope.withValue(KEY, by);
  }

  /** The method that is repeated further up, null when none is. */
  static @Nullable String method() {
    return KEY.get();
  }

  /** Whether doing it again does no harm, as its contract says. */
  static boolean mayRepeat(MethodDescriptor<?, ?> method) {
    return (method.isSafe() || method.isIdempotent()) && method() == null;
  }
}
