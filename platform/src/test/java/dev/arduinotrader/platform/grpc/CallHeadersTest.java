package dev.arduinotrader.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.sample.Fixtures;
import io.grpc.Metadata;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallHeadersTest {
  private final Fixtures.HandClock clock = new Fixtures.HandClock();

  private CallContext read(Metadata headers) {
    return CallHeaders.fromMetadata(headers, null, clock, Fixtures.countedIds());
  }

  @Test
  void bringsTheContextToTheOtherSide() {
    CallContext sent = Fixtures.context();

    CallContext received = read(CallHeaders.toMetadata(sent));

    assertThat(received).usingRecursiveComparison().ignoringFields("deadline").isEqualTo(sent);
  }

  @Test
  void fillsInWhatACallerLeavesOut() {
    CallContext context = read(new Metadata());

    assertThat(context.account()).isEqualTo(AccountId.SHARED);
    assertThat(context.actor()).isEqualTo("anonymous");
    assertThat(context.requestId().value()).isEqualTo("req-1");
    assertThat(context.decisionTime()).isEqualTo(Fixtures.NOW);
    assertThat(context.deadline().remaining())
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
  }

  @Test
  void namesAHeaderThatCannotBeRead() {
    Metadata headers = new Metadata();
    headers.put(CallHeaders.DECISION_TIME, "noon");

    assertThatThrownBy(() -> read(headers))
        .hasMessageContaining("x-decision-time")
        .hasMessageContaining("'noon'");
  }
}
