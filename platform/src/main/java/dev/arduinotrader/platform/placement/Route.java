package dev.arduinotrader.platform.placement;

import java.util.List;

/** The way from this process to a service. */
public sealed interface Route {
  /** A call of the object in this process. */
  record Direct() implements Route {}

  /** A gRPC call to one of the endpoints, of which there is at least one. */
  record Remote(List<Endpoint> endpoints) implements Route {
    public Remote {
      endpoints = List.copyOf(endpoints);
      if (endpoints.isEmpty()) {
        throw new IllegalArgumentException("expected at least one endpoint, found none");
      }
    }
  }
}
