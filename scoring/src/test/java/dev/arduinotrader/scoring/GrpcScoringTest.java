package dev.arduinotrader.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.contracts.scoring.BatchScoreSecuritiesRequest;
import dev.arduinotrader.contracts.scoring.BatchScoreSecuritiesResponse;
import dev.arduinotrader.contracts.scoring.ScoringServiceGrpc;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrpcScoringTest extends ScoringContract {
  private final LoopbackServer server =
      new LoopbackServer(ScoringModule.server(local()), CLOCK, new CountedIds());
  private final ScoringService client = ScoringModule.client(server.calls());

  @AfterEach
  void stop() {
    server.close();
  }

  @Override
  ScoringService service() {
    return client;
  }

  @Test
  void namesEveryBadFieldOfARequest() {
    Problem problem =
        server
            .calls()
            .unary(
                ScoringServiceGrpc.getBatchScoreSecuritiesMethod(),
                Contexts.at("2023-05-26T22:00:00Z"),
                BatchScoreSecuritiesRequest.newBuilder()
                    .addIsins("US0378331005")
                    .addIsins("US0378331006")
                    .addIsins("")
                    .setParameters(
                        dev.arduinotrader.contracts.scoring.ScoringParameters.newBuilder()
                            .setTargetAnnualReturn(-1))
                    .build(),
                (BatchScoreSecuritiesResponse answer) -> answer)
            .problemOrThrow();
    assertThat(problem.faults())
        .extracting(fault -> fault.place())
        .containsExactly("isins[1]", "isins[2]", "parameters");
  }

  @Test
  void takesTheDefaultParametersWhenNoneCome() {
    BatchScoreSecuritiesResponse answer =
        server
            .calls()
            .unary(
                ScoringServiceGrpc.getBatchScoreSecuritiesMethod(),
                Contexts.at("2023-05-26T22:00:00Z"),
                BatchScoreSecuritiesRequest.newBuilder().addIsins("US0378331005").build(),
                (BatchScoreSecuritiesResponse message) -> message)
            .orElseThrow();
    assertThat(answer.getScores(0).getGroups(0).getWeight()).isEqualTo(0.20);
  }

  @Test
  void refusesParametersThatMeanNothing() {
    assertThatThrownBy(() -> new ScoringParameters(0.11, 0, 0, 0))
        .hasMessageContaining("at least one score weight");
  }
}
