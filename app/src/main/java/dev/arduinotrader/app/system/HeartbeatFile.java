package dev.arduinotrader.app.system;

import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code scripts/watch.sh}, told by a file that is written anew each time and whose time it looks
 * at.
 */
record HeartbeatFile(Path file) implements ServiceManager {
  /** Names the file; set by the script only. */
  static final String VARIABLE = "TRADER_HEARTBEAT";

  @Override
  public Result<Done> tell(String state) {
    try {
      Files.writeString(file, state + "\n");
      return Result.success(Done.DONE);
    } catch (IOException e) {
      return CommonReason.UNAVAILABLE.failure(
          "expected %s to be written with %s, found: %s\nMaybe make its folder writable."
              .formatted(file, state, e));
    }
  }
}
