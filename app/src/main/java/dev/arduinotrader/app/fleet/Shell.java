package dev.arduinotrader.app.fleet;

import dev.arduinotrader.kernel.result.Result;

/** Runs commands on one device: the port behind which it is here or elsewhere. */
public interface Shell {
  /**
   * Runs a script of the POSIX shell to its end.
   *
   * @param input what the script reads
   * @return what it printed; DEVICE_COMMAND_FAILED with what it said, or DEVICE_UNREACHABLE
   */
  Result<String> run(String script, String input);
}
