package dev.arduinotrader.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Databases;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.sql.PostgresStandby;
import dev.arduinotrader.platform.sql.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PostgresStandbyTest {
  private static final Schema SCHEMA = new Schema("sample", 1);
  private static final PostgresDatabaseFixture SERVER = PostgresServer.freshDatabase();

  private final PostgresDatabaseFixture server = SERVER.emptied();
  private final List<String> waitedFor = new ArrayList<>();

  private Database standBy(Duration silenceMin) {
    PostgresStandby standby = new PostgresStandby(silenceMin, waitedFor::add);
    return Databases.on(server.access(), standby).open(SCHEMA, Durability.FULL);
  }

  private static void write(Database database, String text) {
    database.writing(handle -> handle.execute("insert into note (text) values (?)", text));
  }

  private static List<String> notes(Database database) {
    return database.read(
        handle ->
            handle.createQuery("select text from note order by id").mapTo(String.class).list());
  }

  @Test
  void endsASilentWriterWhichCanThenWriteNothingMore() {
    try (Database silent = server.databases().open(SCHEMA, Durability.FULL)) {
      write(silent, "the leader's");

      try (Database next = standBy(Duration.ofMillis(500))) {
        write(next, "the standby's");

        assertThat(next.wasTakenOver()).isTrue();
        assertThat(waitedFor.getFirst()).contains("works on sample");
        assertThatThrownBy(
                () -> {
                  try {
                    write(silent, "the zombie's");
                  } catch (RuntimeException firstNotice) {
                    write(silent, "the zombie's");
                  }
                })
            .hasMessageContaining("DATABASE_IN_USE");
        assertThat(notes(next)).containsExactly("the leader's", "the standby's");
      }
      assertThatThrownBy(() -> write(silent, "the zombie's"))
          .hasMessageContaining("DATABASE_TAKEN_OVER");
    }
  }

  @Test
  void waitsForALiveWriterAndIsNoTakeoverWhenThatOneGoes() throws Exception {
    Database leader = server.databases().open(SCHEMA, Durability.FULL);
    CompletableFuture<Database> next =
        CompletableFuture.supplyAsync(() -> standBy(Duration.ofMinutes(1)));
    write(leader, "the leader's");
    leader.close();

    try (Database opened = next.get(20, TimeUnit.SECONDS)) {
      assertThat(opened.wasTakenOver()).isFalse();
      assertThat(notes(opened)).containsExactly("the leader's");
    }
  }

  @Test
  void countsOnAStoreForAsLongAsItsLeaseLastsOnly() {
    try (Database leader = server.databases().open(SCHEMA, Durability.FULL)) {
      write(leader, "the leader's");

      assertThat(leader.isOwnedFor(Duration.ofSeconds(15))).isTrue();
      assertThat(leader.isOwnedFor(Duration.ofSeconds(30))).isFalse();
    }
  }
}
