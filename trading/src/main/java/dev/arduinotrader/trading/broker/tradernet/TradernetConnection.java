package dev.arduinotrader.trading.broker.tradernet;

import dev.arduinotrader.brokers.tradernet.TradernetClient;
import dev.arduinotrader.brokers.tradernet.TradernetKeys;
import dev.arduinotrader.brokers.tradernet.TradernetSettings;
import dev.arduinotrader.brokers.wire.HttpWire;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.TokenBucket;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.result.Fault;
import dev.arduinotrader.kernel.result.Problem;
import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.config.SecretReference;
import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.broker.BrokerIdentity;
import dev.arduinotrader.trading.broker.MoneyKind;
import dev.arduinotrader.trading.store.TradingStore;
import dev.arduinotrader.universe.UniverseService;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The settings of a connection, from the environment: which account of ours is kept there, for
 * which user, and where the keys are found. The keys themselves are never in a setting, and money
 * is play money unless a setting says otherwise.
 */
public final class TradernetConnection implements AutoCloseable {
  public static final String ACCOUNT = "TRADER_TRADERNET_ACCOUNT";
  public static final String USER = "TRADER_TRADERNET_USER";
  public static final String PUBLIC_KEY = "TRADER_TRADERNET_PUBLIC_KEY_FROM";
  public static final String PRIVATE_KEY = "TRADER_TRADERNET_PRIVATE_KEY_FROM";
  public static final String MONEY = "TRADER_TRADERNET_MONEY";
  public static final String URL = "TRADER_TRADERNET_URL";

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final TradernetSession.Identity identity;
  private final TradernetSettings settings;
  private final HttpWire http = new HttpWire();

  private TradernetConnection(TradernetSession.Identity identity, TradernetSettings settings) {
    this.identity = identity;
    this.settings = settings;
  }

  /** Reads the settings and the keys that they refer to; refused whole, naming every fault. */
  public static Result<TradernetConnection> from(Map<String, String> environment) {
    List<Fault> faults = new ArrayList<>();
    String account = text(environment, ACCOUNT, "the account's id, such as tradernet-1", faults);
    String user = text(environment, USER, "the user's number at the broker", faults);
    String publicKey = secret(environment, PUBLIC_KEY, faults);
    String privateKey = secret(environment, PRIVATE_KEY, faults);
    String url = environment.getOrDefault(URL, TradernetSettings.DEFAULT_BASE.toString());
    boolean local = url.startsWith("http://127.0.0.1:");
    if (!url.matches("https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9/._-]*)?")
        || url.endsWith("/")
        || !(local || url.startsWith("https://"))) {
      faults.add(new Fault(URL, "expected an https address without a slash at its end"));
    }
    MoneyKind money = MoneyKind.from(environment, MONEY, faults);
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    TradernetSession.Identity identity =
        new TradernetSession.Identity(new AccountId(account), user, money);
    TradernetKeys keys = new TradernetKeys(publicKey, privateKey);
    return Result.success(
        new TradernetConnection(identity, new TradernetSettings(URI.create(url), keys, TIMEOUT)));
  }

  private static String text(
      Map<String, String> environment, String name, String what, List<Fault> faults) {
    String value = environment.getOrDefault(name, "").strip();
    if (!value.matches("[A-Za-z0-9-]{1,64}")) {
      faults.add(new Fault(name, "expected " + what + ", found '" + value + "'"));
    }
    return value;
  }

  private static String secret(Map<String, String> environment, String name, List<Fault> faults) {
    String reference = environment.getOrDefault(name, "");
    if (reference.isEmpty()) {
      faults.add(new Fault(name, "expected env:NAME or file:PATH of the key, found nothing"));
      return "";
    }
    return switch (SecretReference.parse(reference).then(found -> found.read(environment))) {
      case Result.Success<String>(String secret) -> secret.strip();
      case Result.Failure<String>(Problem problem) -> {
        faults.add(new Fault(name, problem.message()));
        yield "";
      }
    };
  }

  /** The account of ours that is kept there. */
  public AccountId account() {
    return identity.accountId();
  }

  /** Whose money it is, and of which kind, by the settings. */
  public BrokerIdentity identity() {
    return identity.told();
  }

  /** The broker for that account. */
  public Broker broker(
      TradingStore store, UniverseService universe, TraderClock clock, Pauses pauses) {
    SplittableRandom jitter = new SplittableRandom(identity.userId().hashCode());
    PacedWire wire =
        new PacedWire(
            http,
            new TokenBucket(1, TradernetSettings.PACE),
            clock,
            pauses,
            jitter::nextDouble,
            TradernetSettings.REST_WHEN_LIMITED);
    return new TradernetBroker(
        new TradernetClient(settings, wire, clock),
        identity,
        new StoredOrderNumbers(store),
        universe,
        clock);
  }

  @Override
  public void close() {
    http.close();
  }
}
