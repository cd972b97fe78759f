package dev.arduinotrader.e2e;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cable between the two devices of a {@link Lab}: it can be slow, lossy and cut. */
final class Cable implements AutoCloseable {
  private static final int SEED = 20;

  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;

  private Cable(Process process) {
    this.process = process;
    this.commands = process.outputWriter();
    this.answers = process.inputReader();
  }

  /** Joins two interfaces; the command prefix leads to where they are. */
  static Cable between(List<String> prefix, String left, String right) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of("/usr/bin/python3", program("cable.py"), left, right, Integer.toString(SEED)));
    try {
      Cable cable =
          new Cable(
              new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
      cable.frames();
      return cable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a program for Debian's own Python lies. */
  static String program(String name) {
    try {
      return Path.of(Cable.class.getResource("/" + name).toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** How long every frame takes, each way. */
  void delay(int millis) {
    say("delay " + millis);
  }

  /** How many of a hundred frames are lost, each way. */
  void lose(int percent) {
    say("loss " + percent);
  }

  /** Nothing passes any more; both ends still have a link. */
  void cut() {
    say("cut");
  }

  /** The same after so many more frames. */
  void cutAfter(int frames) {
    say("cut-after " + frames);
  }

  /** All passes at once. */
  void heal() {
    say("heal");
  }

  /** How many frames have passed. */
  int frames() {
    return say("frames");
  }

  private int say(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new AssertionError("the cable ended instead of: " + command);
      }
      return Integer.parseInt(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
