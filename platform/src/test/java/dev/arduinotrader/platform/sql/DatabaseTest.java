package dev.arduinotrader.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.platform.sample.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final Schema SCHEMA = new Schema("sample", 1);

  private final Path directory;
  private final Database database;

  DatabaseTest(@TempDir Path directory) {
    this.directory = directory;
    this.database = Database.open(directory, SCHEMA, Durability.FULL);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String text) {
    database.writing(handle -> handle.execute("insert into note (text) values (?)", text));
  }

  private int count() {
    return count(database);
  }

  private static int count(Database database) {
    return database.read(
        handle -> handle.createQuery("select count(*) from note").mapTo(Integer.class).one());
  }

  @Test
  void keepsWhatWasWrittenOverARestart() {
    write("one");
    database.close();

    try (Database again = Database.open(directory, SCHEMA, Durability.NORMAL)) {
      assertThat(count(again)).isEqualTo(1);
      assertThat(again.check()).isEqualTo("ok");
      assertThat(again.name()).isEqualTo("sample.db");
    }
  }

  /** Another program's transaction stands for everything that keeps a file from being written. */
  @Test
  void findsThatItCanBeReadAndNotWritten() throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("sample.db"));
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");

      assertThat(count()).isZero();
      assertThatThrownBy(database::check).isInstanceOf(JdbiException.class);

      statement.execute("rollback");
      assertThat(database.check()).isEqualTo("ok");
      rollsBackEverythingWhenAWriteThrows();
    }
  }

  @Test
  void triesAWriteThatChangesNothing() {
    assertThat(database.check()).isEqualTo("ok");
    assertThat(count()).isZero();
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

    assertThat(count()).isZero();
    write("next");
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void refusesAWriteInsideAWrite() {
    assertThatThrownBy(() -> database.writing(handle -> write("inner")))
        .hasMessageContaining("a write inside a write");
    assertThat(count()).isZero();
  }

  @Test
  void readsTheLastCommittedStateWhileAWriterIsBusy() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    CompletableFuture<Integer> writer =
        Fixtures.inBackground(
            () ->
                database.write(
                    handle -> {
                      int rows = handle.execute("insert into note (text) values ('slow')");
                      written.countDown();
                      try {
                        commit.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      return rows;
                    }));
    written.await();

    assertThat(count()).isZero();
    commit.countDown();
    assertThat(writer.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void letsAReaderFinishBeforeItEndsAndRefusesTheNextOne() throws Exception {
    write("one");
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    CompletableFuture<Integer> reader =
        Fixtures.inBackground(
            () ->
                database.read(
                    handle -> {
                      reading.countDown();
                      try {
                        finish.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      return handle
                          .createQuery("select count(*) from note")
                          .mapTo(Integer.class)
                          .one();
                    }));
    reading.await();
    CompletableFuture<Boolean> end =
        Fixtures.inBackground(
            () -> {
              database.close();
              return true;
            });
    assertThat(end).isNotDone();
    finish.countDown();
    assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(end.get(10, TimeUnit.SECONDS)).isTrue();

    Files.delete(directory.resolve("sample.db"));
    assertThatThrownBy(this::count)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected sample.db to be open, found it closed");
    assertThat(directory.resolve("sample.db")).doesNotExist();
  }
}
