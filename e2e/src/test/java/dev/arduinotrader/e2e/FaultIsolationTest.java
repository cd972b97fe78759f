package dev.arduinotrader.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.e2e.SteadyCalls.Call;
import dev.arduinotrader.platform.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seven processes; each in turn is frozen, slow, killed and replaced by one that answers with
 * errors only. The other six go on as if nothing was, and the books stay right. One freeze is seen
 * twice: what began in its first seconds is of a service that does not answer, and all of it, until
 * it answers again, of one that answers late.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultIsolationTest {
  private static final Path FIGURES = Path.of("target", "fault-isolation.txt");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration FROZEN = Duration.ofSeconds(3);
  private static final Duration SLOW = Duration.ofSeconds(5);
  private static final Duration AWAKE = Duration.ofMillis(300);
  private static final Duration ERRING = Duration.ofSeconds(1);

  private final Fleet fleet;
  private final Books books;
  private final Vitals vitals;

  FaultIsolationTest(@TempDir Path folder) {
    fleet = Fleet.startRetryingQuickly(folder);
    books = new Books(fleet.trader().data());
    vitals = new Vitals(fleet.files());
    fleet.trader().run("portfolio", "deposit", "30000", "EUR").succeeded();
  }

  @BeforeAll
  static void beginFigures() throws IOException {
    Files.deleteIfExists(FIGURES);
  }

  @AfterAll
  void tradesAfterAllOfIt() {
    try {
      fleet.trader().run("cycle").succeeded();
      Await.until("complete books", LIMIT, books::areComplete, () -> "");
      books.assertAgreeWithTheBroker();
    } finally {
      vitals.close();
      fleet.close();
    }
  }

  @ParameterizedTest
  @EnumSource(ServiceName.class)
  void theOthersGoOn(ServiceName troubled) throws IOException {
    Running process = fleet.process(troubled);
    Instant frozen = vitals.now();
    process.freeze();
    LockSupport.parkNanos(SLOW.toNanos());
    process.goOn();
    LockSupport.parkNanos(AWAKE.toNanos());
    othersWentOn(troubled, "frozen for 3 s", frozen, frozen.plus(FROZEN));
    othersWentOn(troubled, "slow by 5 s", frozen, vitals.now());
    List<String> ordersBefore = books.brokerOrders();
    process.kill();
    othersGoOn(
        troubled,
        "killed",
        () -> assertThat(fleet.trader().run("cycle").err()).doesNotContain("Exception"));
    try (ErringServer erring = new ErringServer(fleet.files().port(troubled))) {
      othersGoOn(
          troubled,
          "answers with errors",
          () -> {
            Await.until("a call that errs", LIMIT, () -> erring.answered() > 0, () -> "");
            LockSupport.parkNanos(ERRING.toNanos());
          });
    }
    assertThat(books.brokerOrders()).isEqualTo(ordersBefore);
    fleet.restart(troubled);
    Await.until("an answer again", LIMIT, () -> answersNow(troubled), () -> "");
  }

  private boolean answersNow(ServiceName name) {
    Instant now = vitals.now();
    return vitals.of(name, now.minusSeconds(1), now).stream().anyMatch(Call::isGood);
  }

  private void othersGoOn(ServiceName troubled, String trouble, Runnable time) throws IOException {
    Instant from = vitals.now();
    time.run();
    othersWentOn(troubled, trouble, from, vitals.now());
  }

  private void othersWentOn(ServiceName troubled, String trouble, Instant from, Instant until)
      throws IOException {
    List<Call> others = new ArrayList<>();
    for (ServiceName name : ServiceName.values()) {
      if (name != troubled) {
        List<Call> calls = vitals.of(name, from, until);
        assertThat(calls)
            .as("%s while %s is %s", name, troubled, trouble)
            .isNotEmpty()
            .allMatch(Call::isGood);
        others.addAll(calls);
      }
    }
    Files.writeString(
        FIGURES,
        "| %s | %s | %s |%n".formatted(troubled.key(), trouble, SteadyCalls.summary(others)),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
