package dev.arduinotrader.platform.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import dev.arduinotrader.kernel.result.FailureKind;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.ProgressSink;
import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.grpc.ServerCalls;
import dev.arduinotrader.platform.guard.ConcurrencyLimit;
import dev.arduinotrader.platform.metrics.CallEnd;
import dev.arduinotrader.platform.metrics.CallInfo;
import dev.arduinotrader.platform.metrics.CallObserver;
import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.resilience.CallRules;
import dev.arduinotrader.platform.resilience.model.BreakerRules;
import dev.arduinotrader.platform.resilience.model.RetryRules;
import dev.arduinotrader.platform.sample.Fixtures;
import dev.arduinotrader.platform.server.GrpcHost;
import dev.arduinotrader.platform.server.HostSettings;
import dev.arduinotrader.platform.server.HostedService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Repeated calls over the wire, through one hop and through two. */
@Timeout(30)
class RetryTest {
  private static final String SERVICE = "arduino_trader.sample.SampleService";
  private static final MethodDescriptor<StringValue, StringValue> READ =
      method("Read", MethodType.UNARY).setSafe(true).build();
  private static final MethodDescriptor<StringValue, StringValue> BOOK =
      method("Book", MethodType.UNARY).setIdempotent(true).build();
  private static final MethodDescriptor<StringValue, StringValue> ORDER =
      method("Order", MethodType.UNARY).build();
  private static final MethodDescriptor<StringValue, StringValue> RELAY =
      method("Relay", MethodType.UNARY).setSafe(true).build();
  private static final MethodDescriptor<StringValue, StringValue> RELAY_ORDER =
      method("RelayOrder", MethodType.UNARY).build();
  private static final MethodDescriptor<StringValue, StringValue> PARTS =
      method("Parts", MethodType.SERVER_STREAMING).setSafe(true).build();

  private final List<CallInfo> seen = new CopyOnWriteArrayList<>();
  private final Channels channels =
      new Channels(
          new CallObserver() {
            @Override
            public void ended(CallInfo call, CallEnd end) {
              seen.add(call);
            }
          });
  private final AtomicInteger failuresLeft = new AtomicInteger();
  private final AtomicInteger served = new AtomicInteger();
  private final List<String> timeLeft = new ArrayList<>();
  private final GrpcHost leaf = host(leafService());
  private final RemoteCalls toLeaf = calls(leaf, 2);
  private final GrpcHost middle = host(middleService());
  private final RemoteCalls toMiddle = calls(middle, 3);

  private static MethodDescriptor.Builder<StringValue, StringValue> method(
      String name, MethodType type) {
    return MethodDescriptor.<StringValue, StringValue>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
        .setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()));
  }

  private ServerServiceDefinition leafService() {
    return ServerServiceDefinition.builder(SERVICE)
        .addMethod(READ, io.grpc.stub.ServerCalls.asyncUnaryCall(this::answer))
        .addMethod(BOOK, io.grpc.stub.ServerCalls.asyncUnaryCall(this::answer))
        .addMethod(ORDER, io.grpc.stub.ServerCalls.asyncUnaryCall(this::answer))
        .addMethod(PARTS, io.grpc.stub.ServerCalls.asyncServerStreamingCall(this::parts))
        .build();
  }

  private void answer(StringValue question, StreamObserver<StringValue> observer) {
    served.incrementAndGet();
    if (failuresLeft.getAndDecrement() > 0) {
      observer.onError(Status.UNAVAILABLE.asRuntimeException());
      return;
    }
    observer.onNext(
        StringValue.of(Long.toString(ServerCalls.context().deadline().remaining().toMillis())));
    observer.onCompleted();
  }

  /** Fails after its first part. */
  private void parts(StringValue question, StreamObserver<StringValue> observer) {
    served.incrementAndGet();
    observer.onNext(StringValue.of("part"));
    observer.onError(Status.UNAVAILABLE.asRuntimeException());
  }

  private ServerServiceDefinition middleService() {
    return ServerServiceDefinition.builder(SERVICE)
        .addMethod(RELAY, io.grpc.stub.ServerCalls.asyncUnaryCall(this::relay))
        .addMethod(RELAY_ORDER, io.grpc.stub.ServerCalls.asyncUnaryCall(this::relay))
        .build();
  }

  private void relay(StringValue question, StreamObserver<StringValue> observer) {
    ServerCalls.unary(
        observer,
        question,
        message -> message,
        (context, message) -> toLeaf.unary(READ, context, message, answer -> answer),
        answer -> answer);
  }

  private static GrpcHost host(ServerServiceDefinition service) {
    GrpcHost host =
        GrpcHost.start(
                List.of(
                    new HostedService(
                        "sample", SERVICE, 0, () -> service, new ConcurrencyLimit(100))),
                new HostSettings("127.0.0.1", 1024, false, Duration.ZERO),
                new Fixtures.HandClock(),
                Fixtures.countedIds())
            .orElseThrow();
    host.publish();
    return host;
  }

  private RemoteCalls calls(GrpcHost host, int retriesMax) {
    ChannelSettings settings =
        ChannelSettings.withTimeout(Duration.ofSeconds(10))
            .withRules(
                new CallRules(
                    new RetryRules(retriesMax, Duration.ofMillis(1)), BreakerRules.DEFAULT, 10));
    return channels.callsTo(new Target("sample", "127.0.0.1", host.port("sample"), settings));
  }

  @AfterEach
  void close() {
    channels.close();
    middle.drain(Duration.ofMillis(100));
    leaf.drain(Duration.ofMillis(100));
  }

  private Result<String> ask(RemoteCalls calls, MethodDescriptor<StringValue, StringValue> method) {
    return calls.unary(
        method, Fixtures.context(), StringValue.of("why"), message -> message.getValue());
  }

  @Test
  void repeatsWhatReadsAndWhatIsIdempotent() {
    failuresLeft.set(2);
    assertThat(ask(toLeaf, READ).isSuccess()).isTrue();
    failuresLeft.set(2);
    assertThat(ask(toLeaf, BOOK).isSuccess()).isTrue();

    assertThat(served).hasValue(6);
    assertThat(seen)
        .filteredOn(call -> call.side() == CallSide.CLIENT)
        .extracting(CallInfo::attempt)
        .containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void neverRepeatsAnOrder() {
    failuresLeft.set(1);

    assertThat(ask(toLeaf, ORDER).problemOrThrow().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(served).hasValue(1);
  }

  @Test
  void repeatsAtTheOutermostHopOnly() {
    failuresLeft.set(100);

    assertThat(ask(toMiddle, RELAY).isSuccess()).isFalse();

    assertThat(served).as("4 attempts by the outer caller, 1 below each").hasValue(4);
  }

  @Test
  void repeatsBelowACallThatIsNotRepeatedItself() {
    failuresLeft.set(2);

    assertThat(ask(toMiddle, RELAY_ORDER).isSuccess()).isTrue();

    assertThat(served).hasValue(3);
  }

  @Test
  void neverBeginsAStreamAgainThatHasGivenAPart() {
    ProgressSink<String> sink = timeLeft::add;

    Result<String> result =
        toLeaf.stream(
            PARTS,
            Fixtures.context(),
            StringValue.of("why"),
            message -> Optional.of(message.getValue()),
            sink,
            message -> message.getValue());

    assertThat(result.isSuccess()).isFalse();
    assertThat(timeLeft).containsExactly("part");
    assertThat(served).hasValue(1);
  }

  @Test
  void carriesTheDeadlineThroughTheChain() {
    Result<String> left =
        toMiddle.unary(
            RELAY,
            Fixtures.within(Duration.ofSeconds(3)),
            StringValue.of("why"),
            message -> message.getValue());

    assertThat(Long.parseLong(left.orElseThrow())).isBetween(1L, 3_000L);
  }

  @Test
  void boundsAllAttemptsByTheDeadline() {
    failuresLeft.set(100);
    RemoteCalls patient =
        channels.callsTo(
            new Target(
                "sample",
                "127.0.0.1",
                leaf.port("sample"),
                ChannelSettings.withTimeout(Duration.ofMillis(500))
                    .withRules(
                        new CallRules(
                            new RetryRules(10, Duration.ofMillis(150)),
                            BreakerRules.DEFAULT,
                            10))));

    assertThat(ask(patient, READ).problemOrThrow().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(served.get()).isBetween(2, 3);
  }
}
