package dev.arduinotrader.app.cli;

import dev.arduinotrader.app.session.Session;
import dev.arduinotrader.app.session.SessionOpener;
import dev.arduinotrader.app.session.SessionOpener.Access;
import dev.arduinotrader.app.session.SessionOptions;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What all commands of one run of the program share. */
public final class Invocation {
  private final GlobalOptions options;
  private final Map<String, String> environment;
  private final Console console;
  private final SessionOpener opener;

  public Invocation(Map<String, String> environment, Console console, SessionOpener opener) {
    this.options = new GlobalOptions();
    this.environment = Map.copyOf(environment);
    this.console = console;
    this.opener = opener;
  }

  /** The same run with another way to its services. */
  Invocation(Invocation same, SessionOpener opener) {
    this.options = same.options;
    this.environment = same.environment;
    this.console = same.console;
    this.opener = opener;
  }

  GlobalOptions options() {
    return options;
  }

  Console console() {
    return console;
  }

  SessionOpener opener() {
    return opener;
  }

  Map<String, String> environment() {
    return environment;
  }

  SessionOptions sessionOptions() {
    return new SessionOptions(
        options.dataDirectory(environment),
        options.clockStart(environment),
        options.deviceConfig,
        options.servicesConfig,
        AccountId.of(options.account),
        options.overriding(environment));
  }

  /** Asks the services one question and shows the answer as a table or as JSON. */
  <R> int show(Function<Session, Result<R>> question, Consumer<R> table) {
    return ask(Access.READ, question, table);
  }

  /** As {@link #show}, for commands that change something. */
  <R> int change(Function<Session, Result<R>> wish, Consumer<R> table) {
    return ask(Access.CHANGE, wish, table);
  }

  /** As {@link #show(Function, Consumer)}, for answers whose JSON is only a part of them. */
  <R> int show(Function<Session, Result<R>> question, Consumer<R> table, Function<R, ?> jsonPart) {
    return ask(Access.READ, question, table, jsonPart);
  }

  /** As {@link #change(Function, Consumer)}, for answers whose JSON is only a part of them. */
  <R> int change(Function<Session, Result<R>> wish, Consumer<R> table, Function<R, ?> jsonPart) {
    return ask(Access.CHANGE, wish, table, jsonPart);
  }

  /** Whether only characters that every terminal has are wanted. */
  boolean isPlain() {
    return options.noColor || environment.containsKey("NO_COLOR");
  }

  private <R> int ask(Access access, Function<Session, Result<R>> question, Consumer<R> table) {
    return ask(access, question, table, value -> value);
  }

  private <R> int ask(
      Access access,
      Function<Session, Result<R>> question,
      Consumer<R> table,
      Function<R, ?> jsonPart) {
    return withSession(
        access,
        session ->
            question
                .apply(session)
                .map(
                    value -> {
                      switch (options.output) {
                        case TABLE -> table.accept(value);
                        case JSON -> console.json(jsonPart.apply(value));
                      }
                      return ExitCode.OK;
                    }));
  }

  <R> void print(R value, Consumer<R> table) {
    switch (options.output) {
      case TABLE -> table.accept(value);
      case JSON -> console.json(value);
    }
  }

  /** Runs with a session; a failure is said and becomes its exit code. */
  int withSession(Access access, Function<Session, Result<Integer>> work) {
    return switch (opener.open(sessionOptions(), access)) {
      case Result.Failure<Session>(Problem problem) -> console.fail(problem);
      case Result.Success<Session>(Session session) -> {
        try (session) {
          yield switch (work.apply(session)) {
            case Result.Success<Integer>(Integer code) -> code;
            case Result.Failure<Integer>(Problem problem) -> console.fail(problem);
          };
        }
      }
    };
  }
}
