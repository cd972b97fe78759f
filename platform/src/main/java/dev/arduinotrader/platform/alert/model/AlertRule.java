package dev.arduinotrader.platform.alert.model;

/** What is worth an alert. */
public enum AlertRule {
  SERVICE_DOWN("the service fails its health checks"),
  SLOW_ANSWERS("the service answers slowly"),
  FAILING_CALLS("too many calls of the service fail"),
  CIRCUIT_OPEN("calls to the service are refused"),
  CERTIFICATE_ENDING("a certificate needs care"),
  CONFIGURATION_DIFFERS("the configuration files are not what runs"),
  ORDER_UNKNOWN("nobody can say what became of an order");

  private final String title;

  AlertRule(String title) {
    this.title = title;
  }

  /** A few words for people. */
  public String title() {
    return title;
  }
}
