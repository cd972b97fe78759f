package dev.arduinotrader.platform.channel;

import dev.arduinotrader.platform.placement.Endpoint;
import io.grpc.Attributes;
import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.Status;
import io.grpc.StatusOr;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives gRPC several addresses of one service: {@code fleet:///host:port,host:port}. Its own
 * resolvers take one name only.
 */
final class EndpointResolvers extends NameResolverProvider {
  private static final String SCHEME = "fleet";
  private static final int PRIORITY = 5;
  private static final Pattern ENDPOINT = Pattern.compile("\\[?([^\\]]+)]?:(\\d+)");

  static {
    NameResolverRegistry.getDefaultRegistry().register(new EndpointResolvers());
  }

  private EndpointResolvers() {}

  /** The name under which a channel finds all of the endpoints. */
  static String nameOf(List<Endpoint> endpoints) {
    String path =
        endpoints.stream().map(Endpoint::authority).collect(Collectors.joining(",", "/", ""));
    try {
      return new URI(SCHEME, "", path, null).toString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no name for " + endpoints, e);
    }
  }

  @Override
  public @Nullable NameResolver newNameResolver(URI name, NameResolver.Args arguments) {
    if (!SCHEME.equals(name.getScheme())) {
      return null;
    }
    List<Endpoint> endpoints = new ArrayList<>();
    for (String text : name.getPath().substring(1).split(",", -1)) {
      Matcher parts = ENDPOINT.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException("expected host:port, found " + text + " in " + name);
      }
      endpoints.add(new Endpoint(parts.group(1), Integer.parseInt(parts.group(2))));
    }
    return new Resolver(endpoints, Objects.requireNonNull(arguments.getOffloadExecutor()));
  }

  @Override
  public String getDefaultScheme() {
    return SCHEME;
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return PRIORITY;
  }

  @Override
  public Collection<Class<? extends SocketAddress>> getProducedSocketAddressTypes() {
    return List.of(InetSocketAddress.class);
  }

  /** Looks names up anew whenever gRPC has lost a connection. */
  private static final class Resolver extends NameResolver {
    private final List<Endpoint> endpoints;
    private final Executor executor;
    private @Nullable Listener2 listener;

    Resolver(List<Endpoint> endpoints, Executor executor) {
      this.endpoints = endpoints;
      this.executor = executor;
    }

    @Override
    public String getServiceAuthority() {
      return endpoints.getFirst().authority();
    }

    @Override
    public void start(Listener2 told) {
      listener = told;
      refresh();
    }

    @Override
    public void refresh() {
      Listener2 told = listener;
      if (told != null) {
        executor.execute(() -> resolve(told));
      }
    }

    private void resolve(Listener2 told) {
      List<EquivalentAddressGroup> found = new ArrayList<>();
      for (Endpoint endpoint : endpoints) {
        InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
        if (!address.isUnresolved()) {
          found.add(new EquivalentAddressGroup(address, named(endpoint)));
        }
      }
      if (found.isEmpty()) {
        told.onError(Status.UNAVAILABLE.withDescription("no address is known for " + endpoints));
      } else {
        told.onResult(
            ResolutionResult.newBuilder().setAddressesOrError(StatusOr.fromValue(found)).build());
      }
    }

    /** Each instance proves its own name, not that of the first one. */
    private static Attributes named(Endpoint endpoint) {
      return Attributes.newBuilder()
          .set(EquivalentAddressGroup.ATTR_AUTHORITY_OVERRIDE, endpoint.authority())
          .build();
    }

    @Override
    public void shutdown() {
      listener = null;
    }
  }
}
