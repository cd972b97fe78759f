package dev.arduinotrader.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arduinotrader.contracts.portfolio.PortfolioServiceGrpc;
import dev.arduinotrader.kernel.result.Done;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.sample.Fixtures;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StateGuardTest {
  /** Two methods that are named like rpcs of the portfolio's contract. */
  public interface Books extends TraderService {
    Result<String> getSummary(CallContext context);

    Result<String> createAccount(CallContext context);
  }

  private static final class Ledger implements Books {
    @Override
    public Result<String> getSummary(CallContext context) {
      return Result.success("read");
    }

    @Override
    public Result<String> createAccount(CallContext context) {
      return Result.success("written");
    }

    @Override
    public Result<ServiceHealth> healthCheck(CallContext context) {
      return Result.success(new ServiceHealth(true, "1", "healthy", "test", List.of()));
    }

    @Override
    public Result<Done> watchEvents(
        CallContext context, long afterSequence, ProgressSink<ServiceEvent> events) {
      return Result.success(Done.DONE);
    }
  }

  private final AtomicInteger own = new AtomicInteger(3);
  private final DeploymentEpochs epochs = new DeploymentEpochs(own::get);
  private final Books books =
      StateGuard.around(
          Books.class, new Ledger(), PortfolioServiceGrpc.getServiceDescriptor(), epochs);

  private static ServiceState told(int epoch) {
    ServiceHealth health =
        new ServiceHealth(true, "1", "healthy", "test", List.of())
            .from(new ProcessFacts("other", Fixtures.NOW, epoch, "", List.of()));
    return new ServiceState(
        "gateway", HealthState.HEALTHY, "healthy", health, Fixtures.NOW, Fixtures.NOW);
  }

  @Test
  void writesWhileNoOneIsNewer() {
    epochs.note(told(2));
    epochs.note(told(3));

    assertThat(books.createAccount(Fixtures.context()).orElseThrow()).isEqualTo("written");
  }

  @Test
  void refusesToWriteButReadsOnceAnotherProcessIsNewer() {
    epochs.note(told(4));

    Problem refusal = books.createAccount(Fixtures.context()).problemOrThrow();
    assertThat(refusal.code()).isEqualTo("DEPLOYMENT_OLD");
    assertThat(refusal.message()).contains("found 3 here and 4 at gateway", "services.yaml");
    assertThat(books.getSummary(Fixtures.context()).orElseThrow()).isEqualTo("read");
    assertThat(books.healthCheck(Fixtures.context()).isSuccess()).isTrue();
  }

  @Test
  void keepsRefusingWhenTheNewerOneFallsSilentAndWritesAgainWhenItsOwnEpochIsRaised() {
    epochs.note(told(4));
    epochs.note(ServiceState.unknown("gateway", "no answer", Fixtures.NOW));
    assertThat(books.createAccount(Fixtures.context()).isSuccess()).isFalse();

    own.set(4);

    assertThat(books.createAccount(Fixtures.context()).isSuccess()).isTrue();
  }
}
