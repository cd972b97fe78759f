package dev.arduinotrader.platform.metrics;

/** From where a call is seen. */
public enum CallSide {
  /** The caller of another process. */
  CLIENT,
  /** The process that another one calls. */
  SERVER,
  /** Caller and service in one process, without a wire between them. */
  LOCAL;

  /** How the call travels, as log lines and metrics say it. */
  public String transport() {
    return switch (this) {
      case CLIENT, SERVER -> "grpc";
      case LOCAL -> "local";
    };
  }
}
