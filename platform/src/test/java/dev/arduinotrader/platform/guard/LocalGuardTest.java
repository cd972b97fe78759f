package dev.arduinotrader.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.sample.SampleService;
import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LocalGuardTest extends CallBehaviour {
  @Override
  SampleService service(int callsMax, Duration timeout) {
    return LocalGuard.wrap(
        SampleService.class,
        sample,
        new GuardSettings("sample", new ConcurrencyLimit(callsMax), timeout),
        metrics);
  }

  @Override
  CallSide callersSide() {
    return CallSide.LOCAL;
  }

  @Test
  void interruptsAServiceThatNobodyWaitsForAnyMore() throws InterruptedException {
    SampleService service = service(1, Duration.ofMillis(50));

    service.ask(Fixtures.context(), "wait");

    assertThat(sample.abandoned.await(10, TimeUnit.SECONDS)).isTrue();
    Fixtures.await("the permit is back", () -> service.ask(Fixtures.context(), "why").isSuccess());
  }

  @Test
  void endsTheCallWhenTheCallThatItServesIsCancelled() throws Exception {
    SampleService service = service(1, LONG);
    Context.CancellableContext outer = Context.current().withCancellation();
    CompletableFuture<Result<String>> call = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            outer.wrap(
                () -> {
                  call.complete(service.ask(Fixtures.context(), "wait"));
                }));
    sample.entered.await();
    outer.cancel(null);

    assertThat(call.get(10, TimeUnit.SECONDS).problemOrThrow().kind())
        .isEqualTo(FailureKind.CANCELLED);
    assertThat(sample.abandoned.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void doesNotStartForACallThatIsAlreadyCancelled() throws Exception {
    SampleService service = service(1, LONG);
    Context.CancellableContext outer = Context.current().withCancellation();
    outer.cancel(null);

    Result<String> result = outer.call(() -> service.ask(Fixtures.context(), "why"));

    assertThat(result.problemOrThrow().kind()).isEqualTo(FailureKind.CANCELLED);
    assertThat(sample.calls).hasValue(0);
    assertThat(service.ask(Fixtures.context(), "why").isSuccess()).isTrue();
  }

  @Test
  void passesAFaultOfTheReceiverOnToTheCaller() {
    SampleService service = service(1, LONG);

    assertThatThrownBy(
            () ->
                service.count(
                    Fixtures.context(),
                    5,
                    part -> {
                      throw new IllegalStateException("the receiver's");
                    }))
        .hasMessage("the receiver's");
    assertThat(total().totalCalls()).isEqualTo(1);
    assertThat(total().failedCalls()).isZero();
  }

  @Test
  void hasAnIdentityOfItsOwn() {
    SampleService one = service(1, LONG);
    SampleService other = service(1, LONG);

    assertThat(one).hasToString("guarded SampleService").isEqualTo(one).isNotEqualTo(other);
    assertThat(one.hashCode()).isEqualTo(one.hashCode());
  }

  interface Shapeless {
    String notGuardable(CallContext context);
  }

  @Test
  void refusesAnInterfaceThatItCannotGuard() {
    GuardSettings settings = new GuardSettings("sample", new ConcurrencyLimit(1), LONG);

    assertThatThrownBy(() -> LocalGuard.wrap(Shapeless.class, context -> "", settings))
        .hasMessageContaining("expected methods such as Result<R> m(CallContext, Request)")
        .hasMessageContaining("notGuardable");
  }
}
