package dev.arduinotrader.platform.channel;

import dev.arduinotrader.platform.grpc.RemoteCalls;
import dev.arduinotrader.platform.resilience.BreakerView;
import dev.arduinotrader.platform.resilience.TargetGuard;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import java.util.Optional;

/**
 * The way to one service, which can be turned to another target while calls go on: those that run
 * finish where they began, and every later one goes to the new target.
 */
public final class Link {
  /** Where calls go, and the connection there. */
  private record Way(Target target, Connection connection) {}

  private final Channels channels;
  private final TargetGuard guard;
  private volatile Way way;

  Link(Channels channels, Target target) {
    this.channels = channels;
    this.way = new Way(target, channels.take(target));
    this.guard = new TargetGuard(target.service(), () -> way.target().settings().rules());
  }

  /** What a service's gRPC client is made with, once; it follows every later switch. */
  public RemoteCalls calls() {
    return new RemoteCalls(new Following(), () -> way.target().settings().timeout(), guard);
  }

  /** How the breaker before the target stands. */
  public BreakerView breaker() {
    return guard.breaker();
  }

  /** The target's connection was lost and is there again. */
  void reconnected() {
    guard.reconnected();
  }

  /** A connection to the target was made. */
  void renewed() {
    guard.renewed();
  }

  boolean uses(ManagedChannel channel) {
    return way.connection().channel() == channel;
  }

  /** Where calls go now. */
  public Target target() {
    return way.target();
  }

  /**
   * Sends later calls to another target. The old connection is closed when its last call has ended,
   * and at the latest when the old target's timeout is over.
   */
  public synchronized void switchTo(Target target) {
    Way old = way;
    if (!old.target().equals(target)) {
      way = new Way(target, channels.take(target));
      channels.giveBack(old.target(), old.connection());
      if (!old.target().endpoints().equals(target.endpoints())) {
        guard.reset();
      }
    }
  }

  /** Always the connection of the moment. */
  private final class Following extends Channel {
    @Override
    public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
      while (true) {
        // Empty only between a switch and the next look, so this ends.
        Optional<ClientCall<Q, A>> call = way.connection().newCall(method, options);
        if (call.isPresent()) {
          return call.get();
        }
      }
    }

    @Override
    public String authority() {
      return way.connection().channel().authority();
    }
  }
}
