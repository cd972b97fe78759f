package dev.arduinotrader.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two devices of their own, 192.168.1.10 and 192.168.1.11, as network namespaces of this machine
 * without a way out, and a cable between them. Needs root.
 */
final class Lab implements AutoCloseable {
  private static final int COMMAND_SECONDS_MAX = 20;
  private static final String RUN = "trader-" + ProcessHandle.current().pid() + "-";
  private static final List<String> NAMES = List.of("compute", "primary", "cable");

  private final Cable cable;

  private Lab(Cable cable) {
    this.cable = cable;
  }

  /** Whether this user may make network namespaces here. */
  static boolean isPossible() {
    try {
      ip("netns", "add", RUN + "try");
      ip("netns", "del", RUN + "try");
      return true;
    } catch (AssertionError | UncheckedIOException refused) {
      return false;
    }
  }

  /** Makes both devices and the cable. */
  static Lab open() {
    try {
      for (String name : NAMES) {
        ip("netns", "add", RUN + name);
        ip("-n", RUN + name, "link", "set", "lo", "up");
      }
      plug("compute", "192.168.1.10/24", "left");
      plug("primary", "192.168.1.11/24", "right");
      return new Lab(Cable.between(inside("cable"), "left", "right"));
    } catch (Throwable failed) {
      removeAll();
      throw failed;
    }
  }

  private static void plug(String device, String address, String end) {
    ip(
        "link",
        "add",
        "eth0",
        "netns",
        RUN + device,
        "type",
        "veth",
        "peer",
        "name",
        end,
        "netns",
        RUN + "cable");
    ip("-n", RUN + device, "addr", "add", address, "dev", "eth0");
    ip("-n", RUN + device, "link", "set", "eth0", "up");
    ip("-n", RUN + "cable", "link", "set", end, "up");
    List<String> plain = new ArrayList<>(inside(device));
    plain.addAll(List.of("/usr/bin/python3", Cable.program("plain_frames.py"), "eth0"));
    run(plain);
  }

  /** What a command on this device, {@code compute} or {@code primary}, begins with. */
  static List<String> inside(String device) {
    return List.of("ip", "netns", "exec", RUN + device);
  }

  Cable cable() {
    return cable;
  }

  @Override
  public void close() {
    cable.close();
    removeAll();
  }

  private static void removeAll() {
    for (String name : NAMES) {
      try {
        ip("netns", "del", RUN + name);
      } catch (AssertionError absent) {
        System.err.println(absent.getMessage());
      }
    }
  }

  private static void ip(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      boolean ended = process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(
            String.join(" ", command)
                + ": "
                + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
