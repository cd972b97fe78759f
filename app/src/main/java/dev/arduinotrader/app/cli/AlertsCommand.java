package dev.arduinotrader.app.cli;

import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.alert.AlertBook;
import dev.arduinotrader.platform.alert.AlertChannel;
import dev.arduinotrader.platform.alert.AlertChannels;
import dev.arduinotrader.platform.alert.AlertFile;
import dev.arduinotrader.platform.alert.AlertMessage;
import dev.arduinotrader.platform.alert.AlertReason;
import dev.arduinotrader.platform.config.AlertsConfig;
import dev.arduinotrader.platform.config.ConfigLoader;
import dev.arduinotrader.platform.config.DeviceConfig;
import dev.arduinotrader.platform.time.SystemClock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** What went wrong, and whether the household can be reached. */
@Command(
    name = "alerts",
    description = "What is wrong now, what was, and whether alerts reach you.")
final class AlertsCommand {
  private final Invocation invocation;

  AlertsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** How one channel took a test. */
  private record Tested(String channel, boolean sent, String detail) {}

  @Command(
      name = "list",
      description = {
        "What is wrong now and the latest news, from the data directory of the gateway's device;",
        "also while nothing runs. Exits 1 while anything is wrong."
      })
  int list() {
    return switch (new AlertFile(invocation.options().dataDirectory(invocation.environment()))
        .read()) {
      case Result.Failure<AlertBook>(Problem problem) -> invocation.console().fail(problem);
      case Result.Success<AlertBook>(AlertBook book) -> {
        invocation.print(book, this::print);
        yield book.firing().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
      }
    };
  }

  @Command(
      name = "test",
      description = "Send a test through every channel that this device's file names.")
  int test() {
    GlobalOptions options = invocation.options();
    return switch (ConfigLoader.load(
            options.deviceConfig, options.servicesConfig, invocation.environment())
        .then(config -> tested(config.device()))) {
      case Result.Failure<List<Tested>>(Problem problem) -> invocation.console().fail(problem);
      case Result.Success<List<Tested>>(List<Tested> tested) -> {
        invocation.print(tested, this::printTests);
        yield tested.stream().allMatch(Tested::sent) ? ExitCode.OK : ExitCode.FAILURE;
      }
    };
  }

  private Result<List<Tested>> tested(DeviceConfig device) {
    AlertsConfig config = device.alerts();
    if (config == null) {
      return AlertReason.ALERTS_UNSET.failure(
          "expected device.alerts in the file of device %s, found none\nMaybe see docs/alerts.md."
              .formatted(device.id()));
    }
    SystemClock clock = SystemClock.system();
    return AlertChannels.open(config, invocation.environment(), clock)
        .map(channels -> tested(channels, AlertMessage.test(device.id(), clock.now())));
  }

  private static List<Tested> tested(AlertChannels channels, AlertMessage message) {
    List<Tested> tested = new ArrayList<>();
    try (channels) {
      for (AlertChannel channel : channels.all()) {
        tested.add(tested(channel.name(), channel.send(message)));
      }
      if (channels.signInterval().isPresent()) {
        tested.add(tested("dead_man", channels.sign()));
      }
    }
    return tested;
  }

  private static Tested tested(String channel, Result<Done> sent) {
    return switch (sent) {
      case Result.Success<Done> _ -> new Tested(channel, true, "sent");
      case Result.Failure<Done>(Problem problem) -> new Tested(channel, false, problem.toString());
    };
  }

  private void print(AlertBook book) {
    Table now = new Table("WRONG NOW", "ABOUT", "SINCE", "WHAT WAS SEEN");
    book.firing()
        .forEach(
            alert ->
                now.row(
                    alert.rule().name(), alert.service(), alert.since().toString(), alert.text()));
    invocation.console().print(book.firing().isEmpty() ? "Nothing is wrong." : now.render());
    Table past = new Table("AT", "NEWS", "RULE", "ABOUT", "TEXT");
    book.past()
        .forEach(
            message ->
                past.row(
                    message.at().toString(),
                    message.state().name(),
                    message.rule(),
                    message.service(),
                    message.text()));
    if (!book.past().isEmpty()) {
      invocation.console().print(past.render());
    }
    if (!book.waiting().isEmpty()) {
      invocation
          .console()
          .say(book.waiting().size() + " messages wait for a channel that does not take them.");
    }
  }

  private void printTests(List<Tested> tested) {
    Table table = new Table("CHANNEL", "SENT", "DETAIL");
    tested.forEach(one -> table.row(one.channel(), one.sent() ? "yes" : "NO", one.detail()));
    invocation.console().print(table.render());
  }
}
