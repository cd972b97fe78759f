package dev.arduinotrader.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.event.EventLog;
import dev.arduinotrader.platform.sql.CommandLog;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.sql.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {
  private static final Schema SCHEMA = new Schema("sample", 1);
  private static final AccountId ACCOUNT = AccountId.of("paper-1");

  private static final PostgresDatabaseFixture SERVER = PostgresServer.freshDatabase();

  private final PostgresDatabaseFixture server = SERVER.emptied();
  private final Database database = open();

  private Database open() {
    return server.databases().open(SCHEMA, Durability.FULL);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String text) {
    database.writing(handle -> handle.execute("insert into note (text) values (?)", text));
  }

  private static int count(Database database) {
    return database.read(
        handle -> handle.createQuery("select count(*) from note").mapTo(Integer.class).one());
  }

  private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Executors.newVirtualThreadPerTaskExecutor());
  }

  @Test
  void keepsWhatWasWrittenOverARestart() {
    write("one");
    database.close();

    try (Database again = open()) {
      assertThat(count(again)).isEqualTo(1);
      assertThat(again.check()).isEqualTo("ok");
      assertThat(again.name()).startsWith("sample on localhost:");
    }
  }

  @Test
  void rollsBackEverythingWhenAWriteThrows() {
    assertThatThrownBy(
            () ->
                database.writing(
                    handle -> {
                      handle.execute("insert into note (text) values ('half')");
                      throw new IllegalStateException("midway");
                    }))
        .hasMessage("midway");

    assertThat(count(database)).isZero();
    write("next");
    assertThat(count(database)).isEqualTo(1);
  }

  @Test
  void refusesAWriteInsideAWriteAndInsideARead() {
    assertThatThrownBy(() -> database.writing(handle -> write("inner")))
        .hasMessageContaining("a write inside a write");
    assertThatThrownBy(
            () ->
                database.read(handle -> handle.execute("insert into note (text) values ('read')")))
        .hasMessageContaining("read-only transaction");
    assertThat(count(database)).isZero();
  }

  @Test
  void readsOneStateHoweverMuchIsWrittenMeanwhile() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    CompletableFuture<Integer> reader =
        inBackground(
            () ->
                database.read(
                    handle -> {
                      handle.createQuery("select count(*) from note").mapTo(Integer.class).one();
                      begun.countDown();
                      await(written);
                      return handle
                          .createQuery("select count(*) from note")
                          .mapTo(Integer.class)
                          .one();
                    }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    write("meanwhile");
    written.countDown();

    assertThat(reader.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(count(database)).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void refusesASecondProcessNamingTheFirst() {
    assertThatThrownBy(this::open)
        .hasMessageContaining("DATABASE_IN_USE")
        .hasMessageContaining("arduino-trader sample " + ProcessHandle.current().pid());
    write("the first goes on");
    assertThat(count(database)).isEqualTo(1);
  }

  @Test
  void goesOnOverANewConnectionWhenTheServerCameBack() {
    write("before");
    server.breakConnections();

    assertThat(eventually(() -> count(database))).isEqualTo(1);
    eventually(
        () -> {
          write("after");
          return true;
        });
    assertThat(count(database)).isEqualTo(2);
  }

  /** The first try after a break may be the one that notices it. */
  private static <T> T eventually(Supplier<T> work) {
    for (int tries = 0; tries < 10; tries++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        assertThat(e).hasStackTraceContaining("org.postgresql");
      }
    }
    return work.get();
  }

  @Test
  void writesNothingMoreOnceAnotherProcessHasHadTheStore() {
    write("ours");
    server.breakConnections();
    try (Database other = open()) {
      other.writing(handle -> handle.execute("insert into note (text) values ('theirs')"));
    }

    assertThatThrownBy(
            () ->
                eventually(
                    () -> {
                      write("ours again");
                      return true;
                    }))
        .isInstanceOf(AssertionError.class)
        .hasStackTraceContaining("DATABASE_TAKEN_OVER");
    assertThat(count(database)).isEqualTo(2);
  }

  @Test
  void doesACommandOnceAndNumbersItsEventsWithoutGaps() throws Exception {
    EventLog events = new EventLog(database);
    List<CompletableFuture<Result<Long>>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(
          inBackground(
              () ->
                  database.write(
                      handle ->
                          CommandLog.once(
                              handle,
                              ACCOUNT,
                              CommandId.of("cmd-1"),
                              "a wish",
                              Long.class,
                              Instant.EPOCH,
                              () ->
                                  Result.success(
                                      events.append(
                                          handle, ACCOUNT, Instant.EPOCH, "DONE", "done", 1))))));
    }
    for (CompletableFuture<Result<Long>> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(Result.success(1L));
    }
    assertThat(events.read(0, 10)).hasSize(1);
  }

  @Test
  void keepsNoTruthValuesInItsTables() {
    database.writing(
        handle ->
            handle
                .createUpdate("insert into note (id, text) values (:id, 'x')")
                .bind("id", true)
                .execute());
    assertThat(
            database.<Boolean>read(
                handle ->
                    handle
                        .createQuery("select id from note")
                        .map((row, context) -> row.getBoolean(1))
                        .one()))
        .isTrue();
  }

  @Test
  void ordersTextsByTheirBytes() {
    List.of("b", "a", "B", "ä", "Z").forEach(this::write);
    assertThat(
            database.<List<String>>read(
                handle ->
                    handle
                        .createQuery("select text from note order by text")
                        .mapTo(String.class)
                        .list()))
        .containsExactly("B", "Z", "a", "b", "ä");
  }

  @Test
  void finishesAWriteWhoseCallerWasInterrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread caller =
        Thread.startVirtualThread(
            () ->
                database.writing(
                    handle -> {
                      begun.countDown();
                      await(goOn);
                      handle.execute("insert into note (text) values ('kept')");
                    }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    goOn.countDown();
    caller.join();

    assertThat(count(database)).isEqualTo(1);
  }
}
