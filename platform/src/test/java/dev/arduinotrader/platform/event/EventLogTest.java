package dev.arduinotrader.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.sql.Database;
import dev.arduinotrader.platform.sql.Durability;
import dev.arduinotrader.platform.sql.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
  private static final AccountId ACCOUNT = AccountId.of("paper-1");

  private final Database database;
  private final EventLog log;

  EventLogTest(@TempDir Path directory) {
    this.database = Database.open(directory, new Schema("sample", 1), Durability.NORMAL);
    this.log = new EventLog(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private long append(String summary) {
    return database.write(
        handle ->
            log.append(handle, ACCOUNT, Fixtures.NOW, "NEWS", summary, Map.of("number", summary)));
  }

  @Test
  void numbersEventsWithoutGapsEvenAfterARollback() {
    append("one");
    assertThatThrownBy(
            () ->
                database.writing(
                    handle -> {
                      log.append(handle, ACCOUNT, Fixtures.NOW, "NEWS", "lost", Map.of());
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    append("two");

    assertThat(log.read(0, 10))
        .extracting(ServiceEvent::sequence, ServiceEvent::summary)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1L, "one"),
            org.assertj.core.groups.Tuple.tuple(2L, "two"));
  }

  @Test
  void givesTheWholeEventBack() {
    append("one");

    assertThat(log.read(0, 1))
        .containsExactly(
            new ServiceEvent(1, ACCOUNT, Fixtures.NOW, "NEWS", "one", "{\"number\":\"one\"}"));
    assertThat(log.read(1, 1)).isEmpty();
  }

  @Test
  void sendsStoredEventsAndThenNewOnesUntilCancelled() throws Exception {
    for (int i = 1; i <= 600; i++) {
      append("stored " + i);
    }
    Until601 events = new Until601();

    CompletableFuture<Result<Done>> watch =
        Fixtures.inBackground(() -> log.watch(Fixtures.context(), 0, events));
    Fixtures.await("the stored ones have come", () -> events.seen.size() == 600);
    append("new");

    assertThat(watch.get(10, TimeUnit.SECONDS)).isEqualTo(Result.success(Done.DONE));
    assertThat(events.seen).isEqualTo(LongStream.rangeClosed(1, 601).boxed().toList());
  }

  @Test
  void endsAWatchAtItsDeadline() {
    Result<Done> end =
        log.watch(Fixtures.within(Duration.ofMillis(20)), 0, ProgressSink.ignoring());

    assertThat(end.problemOrThrow().kind()).isEqualTo(FailureKind.DEADLINE_EXCEEDED);
    assertThat(end.problemOrThrow().message()).contains("after event 0").contains("Maybe");
  }

  private static final class Until601 implements ProgressSink<ServiceEvent> {
    private final List<Long> seen = new CopyOnWriteArrayList<>();

    @Override
    public void send(ServiceEvent event) {
      seen.add(event.sequence());
    }

    @Override
    public boolean isCancelled() {
      return seen.size() >= 601;
    }
  }
}
