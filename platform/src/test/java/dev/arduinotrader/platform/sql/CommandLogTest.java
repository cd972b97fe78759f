package dev.arduinotrader.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.sample.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLogTest {
  private static final AccountId ACCOUNT = AccountId.of("paper-1");
  private static final CommandId COMMAND = CommandId.of("cmd-1");

  record Wish(String what, int amount) {}

  record Answer(int number) {}

  private final Database database;
  private final AtomicInteger done = new AtomicInteger();

  CommandLogTest(@TempDir Path directory) {
    this.database = Database.open(directory, new Schema("sample", 1), Durability.NORMAL);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Result<Answer> once(AccountId account, Wish wish, Supplier<Result<Answer>> work) {
    return database.write(
        handle ->
            CommandLog.once(handle, account, COMMAND, wish, Answer.class, Fixtures.NOW, work));
  }

  private Result<Answer> work() {
    return Result.success(new Answer(done.incrementAndGet()));
  }

  @Test
  void givesTheFirstAnswerToARepeat() {
    Wish wish = new Wish("buy", 3);

    assertThat(once(ACCOUNT, wish, this::work)).isEqualTo(Result.success(new Answer(1)));
    assertThat(once(ACCOUNT, wish, this::work)).isEqualTo(Result.success(new Answer(1)));
    assertThat(done).hasValue(1);
  }

  @Test
  void refusesTheSameIdWithAnotherContent() {
    once(ACCOUNT, new Wish("buy", 3), this::work);

    assertThat(once(ACCOUNT, new Wish("buy", 4), this::work).problemOrThrow().code())
        .isEqualTo("COMMAND_REUSED");
    assertThat(done).hasValue(1);
  }

  @Test
  void keepsAccountsApart() {
    Wish wish = new Wish("buy", 3);
    once(ACCOUNT, wish, this::work);

    assertThat(once(AccountId.of("paper-2"), wish, this::work))
        .isEqualTo(Result.success(new Answer(2)));
  }

  @Test
  void letsAFailedCommandBeTriedAgain() {
    Wish wish = new Wish("buy", 3);
    once(ACCOUNT, wish, () -> CommonReason.UNAVAILABLE.failure("not now"));

    assertThat(once(ACCOUNT, wish, this::work).isSuccess()).isTrue();
  }

  @Test
  void doesTheWorkOnceHoweverManyAskAtTheSameTime() throws Exception {
    List<CompletableFuture<Result<Answer>>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(Fixtures.inBackground(() -> once(ACCOUNT, new Wish("buy", 3), this::work)));
    }

    for (CompletableFuture<Result<Answer>> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(Result.success(new Answer(1)));
    }
    assertThat(done).hasValue(1);
  }
}
