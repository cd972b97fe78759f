package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.trading.Mode;
import dev.arduinotrader.trading.SetMode;
import dev.arduinotrader.trading.TradingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What may leave the house, and who decided so. */
@Command(
    name = "mode",
    description = {
      "Show the mode, set it, or show who switched what and why.",
      "Live needs a live account that agrees with its broker, --reason, and its id as --confirm."
    })
final class ModeCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** For live the broker is read several times over, at the pace that it allows. */
  private static final Duration LIVE_TIMEOUT = Duration.ofMinutes(3);

  /** Stored events come at once; after them the stream only waits for new ones. */
  private static final Duration HISTORY_TIMEOUT = Duration.ofSeconds(2);

  private static final Set<String> SWITCHES =
      Set.of("MODE_CHANGED", "HALTED", "RESUMED", "REDUCED");

  private final Invocation invocation;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODE",
      description = "RESEARCH, PAPER or LIVE. Without: show.")
  private @Nullable Mode mode;

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
  private String reason = "";

  @Option(
      names = "--confirm",
      paramLabel = "ACCOUNT",
      defaultValue = "",
      description = "The account's id, typed; only LIVE needs it.")
  private String confirmation = "";

  @Option(names = "--history", description = "Who switched mode and latch, when and why.")
  private boolean history;

  ModeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (history) {
      return invocation.withSession(Access.READ, this::history);
    }
    Mode wanted = mode;
    if (wanted == null) {
      return invocation.show(
          session -> session.services().trading().getMode(session.context(TIMEOUT)), this::print);
    }
    return invocation.change(
        session ->
            session
                .services()
                .trading()
                .setMode(
                    session.context(wanted == Mode.LIVE ? LIVE_TIMEOUT : TIMEOUT),
                    new SetMode(session.nextCommandId(), wanted, reason, confirmation)),
        this::print);
  }

  private Result<Integer> history(Session session) {
    List<ServiceEvent> events = new ArrayList<>();
    // Ends with the deadline; what was sent by then is all that is stored.
    session
        .services()
        .trading()
        .watchEvents(
            session.context(HISTORY_TIMEOUT),
            0,
            event -> {
              if (SWITCHES.contains(event.kind())) {
                events.add(event);
              }
            });
    invocation.print(events, this::print);
    return Result.success(ExitCode.OK);
  }

  private void print(List<ServiceEvent> events) {
    Table table = new Table("AT", "ACCOUNT", "SWITCH", "WHO AND WHY");
    for (ServiceEvent event : events) {
      table.row(event.at().toString(), event.account().toString(), event.kind(), event.summary());
    }
    invocation.console().print(events.isEmpty() ? "Nothing was switched yet." : table.render());
  }

  private void print(TradingMode shown) {
    String halted = shown.halted() ? ", HALTED: " + shown.haltReason() : "";
    String reduced = shown.reduceReason().isEmpty() ? "" : ", only sales leave: ";
    invocation.console().print(shown.mode() + halted + reduced + shown.reduceReason());
  }
}
