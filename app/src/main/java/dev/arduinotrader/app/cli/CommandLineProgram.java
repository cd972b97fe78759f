package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Sessions;
import dev.arduinotrader.app.system.WarmUp;
import dev.arduinotrader.platform.logging.LogSetup;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Puts the commands together and runs one. */
public final class CommandLineProgram {
  @Command(
      name = "trader",
      mixinStandardHelpOptions = false,
      description = "An autonomous portfolio manager: seven services in one program.",
      footer = {
        "",
        "Examples:",
        "  trader run                             everything, with a simulated market",
        "  trader universe import PATH            real prices",
        "  trader portfolio deposit 30000 EUR     paper money",
        "  trader cycle --dry-run                 plan and show",
        "  trader plan show                       the last plan with its reasons"
      })
  private static final class Root {}

  private CommandLineProgram() {}

  /** Runs the command in the arguments and gives the exit code. */
  public static int run(String[] arguments, Map<String, String> environment, Console console) {
    if (CommandTable.hosts(arguments)) {
      LogSetup.toConsole();
      WarmUp.begin();
    }
    boolean plain =
        environment.containsKey("NO_COLOR")
            || List.of(arguments).contains("--no-color")
            || !console.isTerminal();
    CommandLine program =
        commandLine(new Invocation(environment, console, new Sessions()), arguments);
    program.setColorScheme(CommandLine.Help.defaultColorScheme(plain ? Ansi.OFF : Ansi.ON));
    return program.execute(arguments);
  }

  static CommandLine commandLine(Invocation invocation, String... arguments) {
    CommandLine root = new CommandLine(new Root());
    CommandSpec spec = root.getCommandSpec();
    spec.addMixin("global", CommandSpec.forAnnotatedObject(invocation.options()));
    CommandTable.named(arguments)
        .forEach((name, command) -> root.addSubcommand(name, command.apply(invocation)));
    configure(root, invocation);
    return root;
  }

  private static void configure(CommandLine root, Invocation invocation) {
    addHelp(root);
    root.setOut(invocation.console().out());
    root.setErr(invocation.console().err());
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setUsageHelpAutoWidth(true);
    root.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          invocation.console().say("trader: " + describe(failure));
          return ExitCode.FAILURE;
        });
  }

  /** Gives every command -h, and the list of exit codes. */
  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            java.util.Arrays.stream(ExitCode.help())
                .collect(
                    java.util.stream.Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1),
                        (a, b) -> a,
                        java.util.LinkedHashMap::new)));
    command.getSubcommands().values().stream().distinct().forEach(CommandLineProgram::addHelp);
  }

  private static String describe(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.toString() : message;
  }
}
