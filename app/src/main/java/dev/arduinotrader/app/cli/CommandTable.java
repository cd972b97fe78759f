package dev.arduinotrader.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every command by its name, in the order in which the help lists them. */
final class CommandTable {
  private static final Map<String, Function<Invocation, Object>> ALL = all();
  private static final Map<String, String> ALIASES = Map.of("trades", "trade");

  private CommandTable() {}

  /**
   * The commands among these arguments, or all when there is none of them. A command costs
   * milliseconds to describe, read from its annotations, so a start describes only its own.
   */
  static Map<String, Function<Invocation, Object>> named(String... arguments) {
    Map<String, Function<Invocation, Object>> named = new LinkedHashMap<>(ALL);
    named
        .keySet()
        .retainAll(Stream.of(arguments).map(name -> ALIASES.getOrDefault(name, name)).toList());
    return named.isEmpty() ? ALL : named;
  }

  /** Whether these arguments ask for a process that hosts services. */
  static boolean hosts(String... arguments) {
    return Stream.of(arguments).anyMatch(Set.of("run", "serve")::contains);
  }

  private static Map<String, Function<Invocation, Object>> all() {
    Map<String, Function<Invocation, Object>> commands = new LinkedHashMap<>();
    commands.put("run", RunCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("cycle", CycleCommand::new);
    commands.put("health", HealthCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("preflight", PreflightCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("metrics", MetricsCommand::new);
    commands.put("halt", HaltCommand::new);
    commands.put("resume", ResumeCommand::new);
    commands.put("mode", ModeCommand::new);
    commands.put("flatten", FlattenCommand::new);
    commands.put("universe", UniverseCommand::with);
    commands.put("market", MarketCommand::new);
    commands.put("fx", FxCommand::new);
    commands.put("portfolio", PortfolioCommand::with);
    commands.put("policy", PolicyCommand::new);
    commands.put("plan", PlanCommand::new);
    commands.put("trade", TradeCommand::with);
    commands.put("reconcile", ReconcileCommand::new);
    commands.put("broker", BrokerCommand::new);
    commands.put("config", ConfigCommand::with);
    commands.put("migrate", MigrateCommand::new);
    commands.put("handover", HandoverCommand::new);
    commands.put("rollback", RollbackCommand::new);
    commands.put("certs", CertsCommand::new);
    commands.put("alerts", AlertsCommand::new);
    commands.put("backup", BackupCommand::new);
    commands.put("version", VersionCommand::new);
    commands.put("train", TrainCommand::new);
    return commands;
  }
}
