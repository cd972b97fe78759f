package dev.arduinotrader.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.testkit.Collected;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.universe.FakeUniverse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every way of calling scoring must do alike. */
abstract class ScoringContract {
  static final MovedClock CLOCK = MovedClock.at("2023-05-26T22:00:00Z");
  private static final CallContext NOW = Contexts.at("2023-05-26T22:00:00Z");
  private static final Isin APPLE = Isin.of("US0378331005");
  private static final Isin MICROSOFT = Isin.of("US5949181045");
  private static final Isin YOUNG = Isin.of("US02079K3059");
  private static final Isin UNKNOWN = Isin.of("US88160R1014");
  private static final LocalDate LAST = LocalDate.of(2023, 5, 26);

  final FakeUniverse universe =
      new FakeUniverse()
          .with(FakeUniverse.stock(APPLE.value(), "AAPL", "USD"))
          .with(FakeUniverse.stock(MICROSOFT.value(), "MSFT", "USD"))
          .with(FakeUniverse.stock(YOUNG.value(), "GOOGL", "USD"))
          .closesUntil(APPLE, LAST, wave(600, 0.1))
          .closesUntil(MICROSOFT, LAST, wave(400, 0.05))
          .closesUntil(YOUNG, LAST, wave(40, 0.1));

  /** The service under test, answering from {@link #universe}. */
  abstract ScoringService service();

  final ScoringService local() {
    return ScoringModule.local(universe, CLOCK, "1.2.3");
  }

  static double[] wave(int count, double slope) {
    double[] closes = new double[count];
    for (int t = 0; t < count; t++) {
      closes[t] = 100 + 10 * Math.sin(t / 7.0) + slope * t;
    }
    return closes;
  }

  private static ScoreRequest request(Isin isin) {
    return new ScoreRequest(isin, ScoringParameters.DEFAULT);
  }

  @Test
  void scoresASecurityInExplainedParts() {
    SecurityScore score = service().scoreSecurity(NOW, request(APPLE)).orElseThrow();
    assertThat(score.isin()).isEqualTo(APPLE);
    assertThat(score.total()).isBetween(0.0, 1.0);
    assertThat(score.coverage()).isEqualTo(1);
    assertThat(score.groups())
        .extracting(GroupScore::name)
        .containsExactly("long_term", "short_term", "technicals");
    assertThat(score.decisionTime()).isEqualTo(NOW.decisionTime());
    assertThat(score.bars()).isEqualTo(600);
    assertThat(score.inputsHash()).matches("[0-9a-f]{64}");
  }

  @Test
  void scoresABatchInTheOrderAskedForAndNamesTheRest() {
    BatchScores scores =
        service()
            .batchScoreSecurities(
                NOW,
                new BatchScoreRequest(
                    List.of(MICROSOFT, UNKNOWN, YOUNG, APPLE), ScoringParameters.DEFAULT))
            .orElseThrow();
    assertThat(scores.scores()).extracting(SecurityScore::isin).containsExactly(MICROSOFT, APPLE);
    assertThat(scores.unscored()).extracting(Unscored::isin).containsExactly(UNKNOWN, YOUNG);
    assertThat(scores.unscored().get(0).reason()).startsWith("NO_PRICES: ");
    assertThat(scores.unscored().get(1).reason())
        .startsWith("HISTORY_TOO_SHORT: ")
        .contains("found 40 closes");
    assertThat(scores.scores().get(1))
        .isEqualTo(service().scoreSecurity(NOW, request(APPLE)).orElseThrow());
  }

  @Test
  void knowsNothingOfWhatCameAfterTheDecisionTime() {
    CallContext earlier = Contexts.at("2023-05-25T22:00:00Z");
    SecurityScore before = service().scoreSecurity(earlier, request(APPLE)).orElseThrow();
    assertThat(before.bars()).isEqualTo(599);
    SecurityScore now = service().scoreSecurity(NOW, request(APPLE)).orElseThrow();
    assertThat(now.inputsHash()).isNotEqualTo(before.inputsHash());
    universe.closesUntil(APPLE, LAST, wave(600, 0.1));
    assertThat(service().scoreSecurity(earlier, request(APPLE)).orElseThrow()).isEqualTo(before);
  }

  @Test
  void givesTheSameHashAndScoreForTheSameClosesAtALaterTime() {
    SecurityScore now = service().scoreSecurity(NOW, request(APPLE)).orElseThrow();
    CallContext sunday = Contexts.at("2023-05-28T12:00:00Z");
    SecurityScore later = service().scoreSecurity(sunday, request(APPLE)).orElseThrow();
    assertThat(later.inputsHash()).isEqualTo(now.inputsHash());
    assertThat(later.groups()).isEqualTo(now.groups());
    assertThat(later.decisionTime()).isEqualTo(sunday.decisionTime());
  }

  @Test
  void heedsTheOwnersParameters() {
    ScoringParameters technicalsOnly = new ScoringParameters(0.11, 0, 0, 1);
    SecurityScore score =
        service().scoreSecurity(NOW, new ScoreRequest(APPLE, technicalsOnly)).orElseThrow();
    assertThat(score.total()).isEqualTo(score.groups().get(2).score());
  }

  @Test
  void refusesASingleSecurityWithItsReason() {
    assertProblem(
        service().scoreSecurity(NOW, request(UNKNOWN)).problemOrThrow(),
        ScoringReason.NO_PRICES.name());
    assertProblem(
        service().scoreSecurity(NOW, request(YOUNG)).problemOrThrow(),
        ScoringReason.HISTORY_TOO_SHORT.name());
    assertProblem(
        service()
            .scoreSecurity(Contexts.at("2023-08-01T00:00:00Z"), request(APPLE))
            .problemOrThrow(),
        ScoringReason.PRICES_STALE.name());
  }

  private static void assertProblem(Problem problem, String code) {
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.kind()).isEqualTo(FailureKind.FAILED_PRECONDITION);
  }

  @Test
  void refusesABatchThatBreaksItsContractNamingEveryFault() {
    Problem twice =
        service()
            .batchScoreSecurities(
                NOW,
                new BatchScoreRequest(
                    List.of(APPLE, MICROSOFT, APPLE, MICROSOFT), ScoringParameters.DEFAULT))
            .problemOrThrow();
    assertThat(twice.kind()).isEqualTo(FailureKind.INVALID_ARGUMENT);
    assertThat(twice.faults())
        .extracting(fault -> fault.place())
        .containsExactly("isins[2]", "isins[3]");
    Problem none =
        service()
            .batchScoreSecurities(NOW, new BatchScoreRequest(List.of(), ScoringParameters.DEFAULT))
            .problemOrThrow();
    assertThat(none.message()).contains("expected 1 to 2000 securities, found 0");
    Problem tooMany =
        service()
            .batchScoreSecurities(
                NOW,
                new BatchScoreRequest(Collections.nCopies(2_001, APPLE), ScoringParameters.DEFAULT))
            .problemOrThrow();
    assertThat(tooMany.message()).contains("found 2001");
  }

  @Test
  void passesOnThatUniverseFailed() {
    universe.failWith(CommonReason.UNAVAILABLE.problem("no route to universe"));
    Problem problem = service().scoreSecurity(NOW, request(APPLE)).problemOrThrow();
    assertThat(problem.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(problem.message()).contains("no route to universe");
  }

  @Test
  void givesNothingAfterTheDeadline() {
    CallContext late =
        new CallContext(
            NOW.account(),
            NOW.actor(),
            NOW.requestId(),
            Deadline.after(Duration.ofNanos(-1)),
            NOW.decisionTime());
    assertThat(service().scoreSecurity(late, request(APPLE)).problemOrThrow().kind())
        .isEqualTo(FailureKind.DEADLINE_EXCEEDED);
  }

  @Test
  void isHealthyWhenItsFiguresAreRightAndUniverseAnswers() {
    ServiceHealth health = service().healthCheck(NOW).orElseThrow();
    assertThat(health.checks()).allMatch(ServiceHealth.Check::healthy, health.toString());
    assertThat(health.healthy()).isTrue();
    assertThat(health.version()).isEqualTo("1.2.3");
    assertThat(health.clockBase()).isEqualTo("test");
    assertThat(health.checks())
        .extracting(ServiceHealth.Check::name)
        .containsExactly("score", "universe");
  }

  @Test
  void isUnhealthyWhenUniverseDoesNotAnswer() {
    universe.unreachable();
    ServiceHealth health = service().healthCheck(NOW).orElseThrow();
    assertThat(health.healthy()).isFalse();
    assertThat(health.status()).startsWith("universe: UNAVAILABLE");
  }

  @Test
  void hasNoEventsToTell() {
    Collected<dev.arduinotrader.platform.call.ServiceEvent> events = new Collected<>();
    assertThat(service().watchEvents(NOW, 0, events).orElseThrow()).isEqualTo(Done.DONE);
    assertThat(events.parts()).isEmpty();
  }
}
