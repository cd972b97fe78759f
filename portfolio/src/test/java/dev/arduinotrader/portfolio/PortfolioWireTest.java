package dev.arduinotrader.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.arduinotrader.contracts.portfolio.BookExecutionsRequest;
import dev.arduinotrader.contracts.portfolio.BrokerMovement;
import dev.arduinotrader.contracts.portfolio.CashFlow;
import dev.arduinotrader.contracts.portfolio.CreateAccountRequest;
import dev.arduinotrader.contracts.portfolio.PortfolioServiceGrpc;
import dev.arduinotrader.contracts.portfolio.UpdatePolicyRequest;
import dev.arduinotrader.kernel.result.CommonReason;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.testkit.Contexts;
import dev.arduinotrader.testkit.CountedIds;
import dev.arduinotrader.testkit.LoopbackServer;
import dev.arduinotrader.testkit.MovedClock;
import io.grpc.MethodDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client in another language meets when its messages are wrong. */
class PortfolioWireTest {
  private static final MovedClock CLOCK = MovedClock.at("2023-05-26T22:00:00Z");
  private static final CallContext NOW = Contexts.at(CLOCK.now());

  private final LoopbackServer server =
      new LoopbackServer(PortfolioModule.server(new FakePortfolio()), CLOCK, new CountedIds());

  @AfterEach
  void stop() {
    server.close();
  }

  private <Q, A> Problem refusal(MethodDescriptor<Q, A> method, CallContext context, Q request) {
    return server.calls().unary(method, context, request, answer -> answer).problemOrThrow();
  }

  @Test
  void namesEveryFieldThatIsMissing() {
    assertThat(
            refusal(
                    PortfolioServiceGrpc.getCreateAccountMethod(),
                    NOW,
                    CreateAccountRequest.getDefaultInstance())
                .faults())
        .extracting(Fault::place)
        .containsExactly("command_id", "account_id", "base_currency", "environment");
    assertThat(
            refusal(
                    PortfolioServiceGrpc.getUpdatePolicyMethod(),
                    NOW,
                    UpdatePolicyRequest.getDefaultInstance())
                .faults())
        .extracting(Fault::place)
        .containsExactly("command_id", "policy");
  }

  @Test
  void namesEveryMovementThatCannotBeRead() {
    BookExecutionsRequest request =
        BookExecutionsRequest.newBuilder()
            .setCommandId("c")
            .addMovements(BrokerMovement.newBuilder().setSequence(1).setSourceId("a"))
            .addMovements(
                BrokerMovement.newBuilder()
                    .setSequence(2)
                    .setSourceId("b")
                    .setAt(Timestamp.getDefaultInstance())
                    .setCashFlow(CashFlow.getDefaultInstance()))
            .build();
    Problem problem = refusal(PortfolioServiceGrpc.getBookExecutionsMethod(), NOW, request);
    assertThat(problem.code()).isEqualTo(CommonReason.INVALID_ARGUMENT.name());
    assertThat(problem.faults())
        .extracting(Fault::place)
        .containsExactly("movements[0]", "movements[1]");
  }

  @Test
  void needsTheAccountInTheMetadata() {
    BookExecutionsRequest request = BookExecutionsRequest.newBuilder().setCommandId("c").build();
    Problem problem =
        refusal(
            PortfolioServiceGrpc.getBookExecutionsMethod(), Contexts.shared(CLOCK.now()), request);
    assertThat(problem.code()).isEqualTo(CommonReason.ACCOUNT_MISSING.name());
  }
}
