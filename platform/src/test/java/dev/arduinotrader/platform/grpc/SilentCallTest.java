package dev.arduinotrader.platform.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.sample.Fixtures;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls whose end gets lost within gRPC itself. */
@Timeout(20)
class SilentCallTest {
  private static final Duration TIMEOUT = Duration.ofMillis(1_500);

  private final List<String> cancelled = new ArrayList<>();
  private Consumer<ClientCall.Listener<Object>> beginning = listener -> {};

  private static MethodDescriptor<StringValue, StringValue> method(MethodType type) {
    return MethodDescriptor.<StringValue, StringValue>newBuilder()
        .setType(type)
        .setFullMethodName("arduino_trader.sample.SampleService/Ask")
        .setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .build();
  }

  /** Takes calls, and keeps no deadline. */
  private final class Silence extends Channel {
    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      return new ClientCall<>() {
        @Override
        @SuppressWarnings("unchecked") // the test tells what the method's type is
        public void start(Listener<A> listener, Metadata headers) {
          beginning.accept((Listener<Object>) listener);
        }

        @Override
        public void request(int count) {}

        @Override
        public void cancel(@Nullable String why, @Nullable Throwable cause) {
          cancelled.add(String.valueOf(why));
        }

        @Override
        public void halfClose() {}

        @Override
        public void sendMessage(Q message) {}
      };
    }

    @Override
    public String authority() {
      return "nobody";
    }
  }

  private Result<String> ask() {
    return new RemoteCalls(new Silence(), TIMEOUT)
        .unary(
            method(MethodType.UNARY),
            Fixtures.context(),
            StringValue.of("?"),
            StringValue::getValue);
  }

  private Result<String> listen(List<String> heard) {
    return new RemoteCalls(new Silence(), TIMEOUT)
        .stream(
            method(MethodType.SERVER_STREAMING),
            Fixtures.context(),
            StringValue.of("?"),
            part -> Optional.of(part.getValue()),
            heard::add,
            StringValue::getValue);
  }

  @Test
  void isGivenUpABreathAfterItsDeadline() {
    Result<String> answer = ask();
    assertThat(answer.problemOrThrow().code()).isEqualTo("DEADLINE_EXCEEDED");
    assertThat(cancelled).containsExactly("not ended at its deadline");
  }

  @Test
  void isGivenUpAmongItsParts() {
    beginning = listener -> listener.onMessage(StringValue.of("one"));
    List<String> heard = new ArrayList<>();
    Result<String> end = listen(heard);
    assertThat(heard).containsExactly("one");
    assertThat(end.problemOrThrow().code()).isEqualTo("DEADLINE_EXCEEDED");
    assertThat(cancelled).contains("not ended at its deadline");
  }

  @Test
  void isNoAnswerWithoutItsEnd() {
    beginning = listener -> listener.onMessage(StringValue.of("one"));
    assertThat(ask().problemOrThrow().code()).isEqualTo("DEADLINE_EXCEEDED");
  }

  @Test
  void isAFaultWithTwoAnswersOrNone() {
    beginning =
        listener -> {
          listener.onMessage(StringValue.of("one"));
          listener.onMessage(StringValue.of("two"));
          listener.onClose(Status.OK, new Metadata());
        };
    assertThat(ask().problemOrThrow().message()).contains("two answers");
    beginning = listener -> listener.onClose(Status.OK, new Metadata());
    assertThat(ask().problemOrThrow().message()).contains("no answer");
  }

  @Test
  void endsWithItsThread() {
    Thread.currentThread().interrupt();
    assertThat(ask().problemOrThrow().code()).isEqualTo("CANCELLED");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(cancelled).containsExactly("interrupted");
  }
}
