package dev.arduinotrader.platform.server;

import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.platform.tls.CallRole;
import dev.arduinotrader.platform.tls.MethodRoles;
import dev.arduinotrader.platform.tls.TlsReason;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Lets a caller do what the role in its certificate allows. The certificate is read once for each
 * connection. A connection without TLS, which only loopback or an explicit override has, is not
 * asked for a role.
 */
final class PeerRoles extends ServerTransportFilter implements ServerInterceptor {
  /** Whose a connection is, and what it may do; no role where the certificate names none. */
  private record Peer(String name, Optional<CallRole> role) {
    boolean may(CallRole needed) {
      return role.filter(own -> own.includes(needed)).isPresent();
    }
  }

  private static final Attributes.Key<Peer> PEER = Attributes.Key.create("peer");

  @Override
  public Attributes transportReady(Attributes attributes) {
    SSLSession session = attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    return session == null ? attributes : attributes.toBuilder().set(PEER, peer(session)).build();
  }

  private static Peer peer(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? new Peer(certificate.getSubjectX500Principal().getName(), CallRole.of(certificate))
          : new Peer("an unknown kind of certificate", Optional.empty());
    } catch (SSLPeerUnverifiedException e) {
      return new Peer("nobody", Optional.empty());
    }
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Peer peer = call.getAttributes().get(PEER);
    CallRole needed = MethodRoles.needed(call.getMethodDescriptor());
    return peer == null || peer.may(needed)
        ? next.startCall(call, headers)
        : Refusals.refuse(call, refusal(call.getMethodDescriptor(), needed, peer));
  }

  private static Problem refusal(MethodDescriptor<?, ?> method, CallRole needed, Peer peer) {
    return TlsReason.ROLE_MISSING.problem(
        "expected the role %s for %s, found %s in the certificate of %s"
                .formatted(
                    needed.key(),
                    method.getFullMethodName(),
                    peer.role().map(CallRole::key).orElse("none"),
                    peer.name())
            + "\nMaybe ask from the gateway's device, or issue a certificate with that role.");
  }
}
