package dev.arduinotrader.platform.health;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.grpc.ContractHash;
import dev.arduinotrader.platform.guard.ServiceProxy;
import dev.arduinotrader.platform.time.TraderClock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What this process says of itself, put into every answer about the health of its services. */
public final class ProcessSelf {
  private final String instanceId;
  private final TraderClock clock;
  private final DeploymentEpochs epochs;
  private final Supplier<List<String>> warnings;
  private final List<SelfCheck> checks;
  private final HealthBoard board;

  /**
   * @param instanceId made anew at every start
   * @param epochs its own and the newest deployment epoch
   * @param warnings what a person should look after now, empty when nothing
   */
  public ProcessSelf(
      String instanceId,
      TraderClock clock,
      DeploymentEpochs epochs,
      Supplier<List<String>> warnings) {
    this(instanceId, clock, epochs, warnings, List.of(), new HealthBoard());
  }

  /**
   * The same with what holds for the whole process.
   *
   * @param checks added to those of every service; quick ones
   * @param board learns of every finding about a hosted service
   */
  public ProcessSelf(
      String instanceId,
      TraderClock clock,
      DeploymentEpochs epochs,
      Supplier<List<String>> warnings,
      List<SelfCheck> checks,
      HealthBoard board) {
    this.checks = List.copyOf(checks);
    this.board = board;
    this.instanceId = instanceId;
    this.clock = clock;
    this.epochs = epochs;
    this.warnings = warnings;
  }

  /** What the process says of itself now. */
  public ProcessFacts facts() {
    return new ProcessFacts(
        instanceId, clock.now(), epochs.own(), ContractHash.current(), warnings.get());
  }

  /** The hosted service, whose health answers carry the facts of this process. */
  public <S extends TraderService> S signing(Class<S> type, S service) {
    return ServiceProxy.of(
        type,
        type.getSimpleName() + " of this process",
        (method, arguments) -> {
          Object answer = method.invoke(service, arguments);
          return answer instanceof Result.Success<?>(ServiceHealth health)
              ? Result.success(found(service(type), health))
              : answer;
        });
  }

  private ServiceHealth found(String service, ServiceHealth health) {
    ServiceHealth all = health.with(checks.stream().map(SelfCheck::run).toList()).from(facts());
    board.note(service, all.healthy());
    return all;
  }

  /** Such as planning for PlanningService. */
  private static String service(Class<?> type) {
    String name = type.getSimpleName();
    return name.replaceFirst("Service$", "").toLowerCase(Locale.ROOT);
  }
}
