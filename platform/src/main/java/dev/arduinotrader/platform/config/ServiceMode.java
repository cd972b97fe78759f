package dev.arduinotrader.platform.config;

/** How a service's home device calls it; every other device always calls over the network. */
public enum ServiceMode {
  /** In-process when the caller runs in the same process. */
  LOCAL,
  /** Over gRPC, even from the same process. */
  REMOTE
}
