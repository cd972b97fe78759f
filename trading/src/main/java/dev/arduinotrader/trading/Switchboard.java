package dev.arduinotrader.trading;

import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.trading.desk.DeskTools;
import dev.arduinotrader.trading.desk.Leases;
import dev.arduinotrader.trading.store.AccountState;
import dev.arduinotrader.trading.store.TradingBook;
import dev.arduinotrader.trading.store.TradingBook.Wish;
import dev.arduinotrader.trading.store.TradingEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Mode and halt latch. They wait for nobody: a halt is in force as soon as it is stored. */
final class Switchboard {
  private final DeskTools tools;
  private final Leases leases;

  Switchboard(DeskTools tools, Leases leases) {
    this.tools = tools;
    this.leases = leases;
  }

  /** What an event says of a switch. */
  private record SwitchNews(String actor, String before, String after, String reason) {}

  TradingMode show(AccountState account) {
    String latch = account.haltReason();
    boolean file = leases.haltFileExists();
    String reason = latch != null ? latch : file ? "the file " + leases.haltFile() + " exists" : "";
    return new TradingMode(
        account.mode(),
        latch != null || file,
        reason,
        account.haltedAt(),
        account.epoch(),
        Objects.requireNonNullElse(account.reduceReason(), ""));
  }

  Result<TradingMode> setMode(CallContext context, SetMode command) {
    Wish wish = new Wish("SetMode", command);
    return once(
        context,
        command.commandId(),
        wish,
        (book, now) -> {
          Mode before = book.account(context.account()).orElseThrow().mode();
          book.setMode(context.account(), command.mode());
          book.tell(
              context.account(),
              now,
              TradingEvent.MODE_CHANGED,
              "mode %s by %s: %s".formatted(command.mode(), context.actor(), command.reason()),
              new SwitchNews(
                  context.actor(), before.name(), command.mode().name(), command.reason()));
        });
  }

  /** Lets only sales leave from here on. */
  Result<TradingMode> reduce(CallContext context, HaltCommand command) {
    Wish wish = new Wish("Reduce", command);
    return once(
        context,
        command.commandId(),
        wish,
        (book, now) -> {
          book.setReduceOnly(context.account(), command.reason(), now);
          book.tell(
              context.account(),
              now,
              TradingEvent.REDUCED,
              "REDUCED by " + context.actor() + ": " + command.reason(),
              new SwitchNews(context.actor(), "false", "true", command.reason()));
        });
  }

  Result<TradingMode> halt(CallContext context, HaltCommand command) {
    return latch(context, command, true);
  }

  Result<TradingMode> resume(CallContext context, HaltCommand command) {
    return latch(context, command, false);
  }

  private Result<TradingMode> latch(CallContext context, HaltCommand command, boolean halting) {
    if (command.reason().isBlank()) {
      return Result.failure(
          Problem.invalid(
              "reason", "expected why to " + (halting ? "halt" : "resume") + ", found none"));
    }
    Wish wish = new Wish(halting ? "Halt" : "Resume", command);
    TradingEvent event = halting ? TradingEvent.HALTED : TradingEvent.RESUMED;
    return once(
        context,
        command.commandId(),
        wish,
        (book, now) -> {
          book.setHalt(context.account(), halting ? command.reason() : null, halting ? now : null);
          if (!halting) {
            book.setReduceOnly(context.account(), null, null);
          }
          book.tell(
              context.account(),
              now,
              event,
              event + " by " + context.actor() + ": " + command.reason(),
              new SwitchNews(
                  context.actor(),
                  String.valueOf(!halting),
                  String.valueOf(halting),
                  command.reason()));
        });
  }

  /** Does it once; a repeat is answered with how things stand. */
  private Result<TradingMode> once(
      CallContext context, CommandId id, Wish wish, BiConsumer<TradingBook, Instant> work) {
    Instant now = tools.clock().now();
    return tools
        .store()
        .write(
            book ->
                book.once(
                    context.account(),
                    id,
                    wish,
                    TradingMode.class,
                    now,
                    () -> {
                      work.accept(book, now);
                      return Result.success(show(book.account(context.account()).orElseThrow()));
                    }));
  }
}
