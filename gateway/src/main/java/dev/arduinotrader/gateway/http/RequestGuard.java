package dev.arduinotrader.gateway.http;

import dev.arduinotrader.kernel.id.RequestId;
import dev.arduinotrader.platform.id.Ids;
import io.avaje.jex.http.Context;
import io.avaje.jex.http.HttpFilter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What holds for every request: known host, a name to follow it by, and strict headers. */
final class RequestGuard implements HttpFilter {
  static final String CORRELATION_ID = "X-Correlation-ID";

  private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HostNames hosts;
  private final Ids ids;
  private final RunningRequests running = new RunningRequests();

  RequestGuard(HostNames hosts, Ids ids) {
    this.hosts = hosts;
    this.ids = ids;
  }

  /** Lets nobody in any more, and waits for those who are in. */
  void drain(Duration longest) {
    running.drain(longest);
  }

  @Override
  public void filter(Context context, FilterChain chain) {
    setHeaders(context);
    checkHost(context);
    if (!running.enter()) {
      context.header("Connection", "close");
      throw HttpReason.STOPPING.refusal("the program is being stopped\nMaybe try again soon.");
    }
    try {
      chain.proceed();
    } finally {
      running.leave();
    }
  }

  /** The name by which this request is followed through all services. */
  static RequestId requestId(Context context) {
    return RequestId.of(context.responseHeader(CORRELATION_ID));
  }

  private void setHeaders(Context context) {
    String given = context.header(CORRELATION_ID);
    boolean usable = given != null && ACCEPTED_ID.matcher(given).matches();
    context.header(CORRELATION_ID, usable ? given : ids.nextRequestId().value());
    context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
  }

  private void checkHost(Context context) {
    List<String> named = context.headerValues("Host");
    InetSocketAddress reached = context.exchange().getLocalAddress();
    if (named == null || named.size() != 1 || !hosts.allow(named.getFirst(), reached)) {
      throw HttpReason.HOST_NOT_ALLOWED.refusal(
          "expected one Host header out of "
              + hosts
              + ", found "
              + (named == null ? "none" : String.join(" and ", named))
              + "\nMaybe the name must be added to the allowed hosts of the gateway.");
    }
  }
}
