package dev.arduinotrader.gateway;

import dev.arduinotrader.kernel.id.AccountId;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where the HTTP door is and who it lets in.
 *
 * @param bindAddress the address to listen on, such as 127.0.0.1
 * @param port 0 for any free one
 * @param tokenFile what a caller must know to change anything; made when it does not exist
 * @param allowedHosts further host names that callers may use, with or without a port; localhost,
 *     127.0.0.1, [::1], the bind address and the address that was reached are always allowed
 * @param account the account that is shown and traded
 * @param actor who the services are told is calling
 * @param tls the gateway's certificate and whom it trusts; callers then need a certificate of their
 *     own. Null for plain HTTP
 */
public record HttpSettings(
    String bindAddress,
    int port,
    Path tokenFile,
    List<String> allowedHosts,
    AccountId account,
    String actor,
    @Nullable SSLContext tls) {
  public HttpSettings {
    allowedHosts = List.copyOf(allowedHosts);
  }

  /** A door of plain HTTP. */
  public HttpSettings(
      String bindAddress,
      int port,
      Path tokenFile,
      List<String> allowedHosts,
      AccountId account,
      String actor) {
    this(bindAddress, port, tokenFile, allowedHosts, account, actor, null);
  }
}
