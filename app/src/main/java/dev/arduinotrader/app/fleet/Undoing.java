package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What has been done so far, and how each of it is put back. */
final class Undoing {
  private record Undo(String restored, Supplier<Result<Done>> work) {}

  private final Deque<Undo> undos = new ArrayDeque<>();
  private final Consumer<String> progress;

  Undoing(Consumer<String> progress) {
    this.progress = progress;
  }

  /**
   * Notes how something is put back, before it is done.
   *
   * @param restored what is then so again
   */
  void add(String restored, Supplier<Result<Done>> work) {
    undos.push(new Undo(restored, work));
  }

  /** Puts everything back, the last first; says what is so again and what is not. */
  <R> Result<R> because(Problem problem) {
    progress.accept("failed: " + problem.message());
    List<String> restored = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    while (!undos.isEmpty()) {
      Undo undo = undos.pop();
      switch (undo.work().get()) {
        case Result.Success<Done> done -> {
          restored.add(undo.restored());
          progress.accept("restored: " + undo.restored());
        }
        case Result.Failure<Done>(Problem left) -> {
          broken.add("NOT restored: " + undo.restored() + ": " + left.message());
          progress.accept(broken.getLast());
        }
      }
    }
    if (restored.isEmpty() && broken.isEmpty()) {
      restored.add("nothing had been changed");
    }
    String text =
        restored.isEmpty()
            ? problem.message()
            : problem.message() + "\nrestored: " + String.join("; ", restored);
    return broken.isEmpty()
        ? FleetReason.MOVE_UNDONE.failure(text)
        : FleetReason.MOVE_HALF_UNDONE.failure(text + "\n" + String.join("\n", broken));
  }
}
