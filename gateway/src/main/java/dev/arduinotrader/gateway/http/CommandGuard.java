package dev.arduinotrader.gateway.http;

import com.sun.net.httpserver.HttpsExchange;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.tls.CallRole;
import io.avaje.jex.http.Context;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** What must hold for a request that changes something: JSON, our own page or none, the token. */
final class CommandGuard {
  private static final String JSON = "application/json";
  private static final String BEARER = "Bearer ";
  private static final String TOKEN_HEADER = "X-Trader-Token";

  private final TokenFile token;

  CommandGuard(TokenFile token) {
    this.token = token;
  }

  /** Refuses a request that lacks any of the three. */
  void check(Context context) {
    if (!isJson(context)) {
      throw notJson(context);
    }
    checkOrigin(context);
    checkRole(context);
    checkToken(context);
  }

  /** Refuses a request of a strange page, or with a body that is not JSON. Asks for no token. */
  void checkWithoutToken(Context context) {
    if (context.contentType() != null && !isJson(context)) {
      throw notJson(context);
    }
    checkOrigin(context);
  }

  private static boolean isJson(Context context) {
    String type = context.contentType();
    return type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
  }

  private static Refusal notJson(Context context) {
    String type = context.contentType();
    return HttpReason.NOT_JSON.refusal(
        "expected the content type application/json, found "
            + (type == null ? "none" : type)
            + "\nMaybe add the header Content-Type: application/json.");
  }

  private static void checkOrigin(Context context) {
    List<String> origins = context.headerValues("Origin");
    if (origins == null || origins.isEmpty()) {
      return;
    }
    String own = context.header("Host").toLowerCase(Locale.ROOT);
    String found = String.join(" and ", origins).toLowerCase(Locale.ROOT);
    if (!found.equals("http://" + own) && !found.equals("https://" + own)) {
      throw HttpReason.ORIGIN_NOT_ALLOWED.refusal(
          "expected no Origin or http://" + own + ", found " + found);
    }
  }

  /** A certificate that only looks does not change anything, whatever token comes with it. */
  private static void checkRole(Context context) {
    if (context.exchange() instanceof HttpsExchange secure && !isOwner(secure)) {
      throw HttpReason.ROLE_MISSING.refusal(
          "expected a certificate with the role owner, found another"
              + "\nMaybe: trader certs issue ID --role owner --browser");
    }
  }

  private static boolean isOwner(HttpsExchange secure) {
    try {
      return secure.getSSLSession().getPeerCertificates()[0] instanceof X509Certificate certificate
          && CallRole.of(certificate).filter(CallRole.OWNER::equals).isPresent();
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  private void checkToken(Context context) {
    String given = givenToken(context);
    if (given == null) {
      context.header("WWW-Authenticate", "Bearer");
      throw HttpReason.TOKEN_MISSING.refusal(
          "expected the header Authorization: Bearer TOKEN, found none"
              + "\nMaybe take it from the file token in the data directory.");
    }
    switch (token.matches(given)) {
      case Result.Success<Boolean>(Boolean right) -> {
        if (!right) {
          context.header("WWW-Authenticate", "Bearer");
          throw HttpReason.TOKEN_WRONG.refusal(
              "the token is not the one of this gateway"
                  + "\nMaybe it was made anew; take it from the file token in the data directory.");
        }
      }
      case Result.Failure<Boolean>(Problem problem) -> throw Refusal.of(problem);
    }
  }

  private static @Nullable String givenToken(Context context) {
    String authorization = context.header("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return authorization.substring(BEARER.length()).strip();
    }
    return context.header(TOKEN_HEADER);
  }
}
