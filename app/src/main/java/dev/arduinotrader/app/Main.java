package dev.arduinotrader.app;

import dev.arduinotrader.app.cli.CommandLineProgram;
import dev.arduinotrader.app.cli.Console;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        CommandLineProgram.run(arguments, System.getenv(), Console.standard(System.getenv())));
  }
}
