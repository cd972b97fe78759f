package dev.arduinotrader.brokers.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.Deadline;
import dev.arduinotrader.testkit.MovedClock;
import dev.arduinotrader.testkit.MovedPauses;
import dev.arduinotrader.testkit.ScriptedHttpServer;
import dev.arduinotrader.testkit.ScriptedHttpServer.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real HTTP over the loopback, with a clock that only pauses move. */
class PacedWireTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final ScriptedHttpServer server = new ScriptedHttpServer();
  private final HttpWire http = new HttpWire();
  private final MovedClock clock = MovedClock.at("2026-11-20T10:00:00Z");
  private final MovedPauses pauses = new MovedPauses(clock);
  private final PacedWire wire =
      new PacedWire(http, new TokenBucket(10, Duration.ofSeconds(1)), clock, pauses, () -> 1);

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private Result<WireReply> read() {
    return wire.send(
        WireRequest.get("the test", server.base(), Map.of(), TIMEOUT), RetryPolicy.READS);
  }

  private String codeOf(Answer... answers) {
    server.answering(answers);
    return read().problemOrThrow().code();
  }

  @Test
  void givesTheAnswer() {
    server.answering(new Answer.Full(200, "good"));
    assertThat(read().orElseThrow().text()).isEqualTo("good");
    assertThat(pauses.pauses()).isEmpty();
  }

  @Test
  void sendsNothingThatCouldStillBeUnderWayAtItsDeadline() {
    WireRequest request = WireRequest.get("the test", server.base(), Map.of(), TIMEOUT);
    Deadline tooNear = Deadline.after(TIMEOUT.dividedBy(2));
    Deadline farEnough = Deadline.after(Duration.ofMinutes(1));
    server.answering(new Answer.Full(200, "good"));

    assertThat(wire.sendOnceBefore(tooNear, () -> request, Set.of()).problemOrThrow().code())
        .isEqualTo(WireReason.WIRE_NOT_SENT.name());
    assertThat(server.asked()).isEmpty();
    assertThat(wire.sendOnceBefore(farEnough, () -> request, Set.of()).isSuccess()).isTrue();
  }

  @Test
  void keepsTheSuccessThatFollowsAFault() {
    server.answering(new Answer.Full(503, "busy"), new Answer.Full(200, "good"));
    assertThat(read().orElseThrow().text()).isEqualTo("good");
    assertThat(pauses.pauses()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void waitsAsLongAsTheOtherSideAsks() {
    server.answering(
        new Answer.Full(429, "slow down", Map.of("Retry-After", "20")),
        new Answer.Full(200, "good"));
    assertThat(read().orElseThrow().text()).isEqualTo("good");
    assertThat(pauses.pauses()).containsExactly(Duration.ofSeconds(20));
  }

  @Test
  void understandsADateAsTheTimeToComeBack() {
    server.answering(
        new Answer.Full(503, "", Map.of("Retry-After", "Fri, 20 Nov 2026 10:00:30 GMT")),
        new Answer.Full(200, "good"));
    assertThat(read().orElseThrow().text()).isEqualTo("good");
    assertThat(pauses.pauses()).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void givesUpAtOnceWhenAskedToRestTooLongAndRefusesTheNextWithoutSending() {
    assertThat(codeOf(new Answer.Full(429, "", Map.of("Retry-After", "3600"))))
        .isEqualTo("WIRE_RATE_LIMITED");
    assertThat(read().problemOrThrow().code()).isEqualTo("WIRE_RATE_LIMITED");
    assertThat(server.asked()).hasSize(1);
    assertThat(pauses.pauses()).isEmpty();
  }

  @Test
  void doublesThePausesAndStopsAfterThreeAttempts() {
    assertThat(codeOf(new Answer.Full(502, "<html>bad gateway</html>")))
        .isEqualTo("WIRE_UNAVAILABLE");
    assertThat(server.asked()).hasSize(3);
    assertThat(pauses.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void neverRepeatsWhatARepetitionCannotHeal() {
    assertThat(codeOf(new Answer.Full(403, "<html>blocked</html>"))).isEqualTo("WIRE_AUTH");
    assertThat(codeOf(new Answer.Full(404, "no such thing"))).isEqualTo("WIRE_REJECTED");
    assertThat(server.asked()).hasSize(2);
  }

  @Test
  void sendsOnceWhatMustNotHappenTwice() {
    server.answering(new Answer.Hang());
    Result<WireReply> answer =
        wire.send(WireRequest.get("an order", server.base(), Map.of(), TIMEOUT), RetryPolicy.ONCE);
    assertThat(answer.problemOrThrow().code()).isEqualTo("WIRE_TIMEOUT");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void endsInTimeWhenTheAnswerHangsDripsOrBreaksOff() {
    assertThat(codeOf(new Answer.Hang())).isEqualTo("WIRE_TIMEOUT");
    assertThat(codeOf(new Answer.Drip("{\"a\":"))).isEqualTo("WIRE_TIMEOUT");
    assertThat(codeOf(new Answer.Half("{\"a\":"))).isEqualTo("WIRE_LOST");
  }

  @Test
  void knowsThatARequestWasNeverSent() {
    URI nobody = server.base();
    server.close();
    Result<WireReply> answer =
        wire.send(WireRequest.get("the test", nobody, Map.of(), TIMEOUT), RetryPolicy.ONCE);
    assertThat(answer.problemOrThrow().code()).isEqualTo("WIRE_NOT_SENT");
  }

  @Test
  void keepsToTheBudgetOverAllRequests() {
    server.answering(new Answer.Full(200, "good"));
    for (int i = 0; i < 12; i++) {
      read().orElseThrow();
    }
    assertThat(pauses.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }
}
