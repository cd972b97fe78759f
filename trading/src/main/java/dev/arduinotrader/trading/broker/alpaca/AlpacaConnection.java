package dev.arduinotrader.trading.broker.alpaca;

import dev.arduinotrader.brokers.alpaca.AlpacaClient;
import dev.arduinotrader.brokers.alpaca.AlpacaKeys;
import dev.arduinotrader.brokers.alpaca.AlpacaSettings;
import dev.arduinotrader.brokers.alpaca.AlpacaTrading;
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
import dev.arduinotrader.universe.UniverseService;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The settings of a connection, from the environment: which account of ours is kept there, under
 * which number, and where the keys are found. Money is play money unless a setting says otherwise,
 * and each kind is spoken with at its own address only.
 */
public final class AlpacaConnection implements AutoCloseable {
  public static final String ACCOUNT = "TRADER_ALPACA_ACCOUNT";
  public static final String NUMBER = "TRADER_ALPACA_NUMBER";
  public static final String KEY_ID = "TRADER_ALPACA_KEY_ID_FROM";
  public static final String SECRET = "TRADER_ALPACA_SECRET_FROM";
  public static final String MONEY = "TRADER_ALPACA_MONEY";
  public static final String URL = "TRADER_ALPACA_URL";

  /** How the broker begins the numbers of its practice accounts. */
  private static final String PLAY_NUMBERS = "PA";

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final AlpacaSession.Identity identity;
  private final AlpacaSettings settings;
  private final HttpWire http = new HttpWire();

  private AlpacaConnection(AlpacaSession.Identity identity, AlpacaSettings settings) {
    this.identity = identity;
    this.settings = settings;
  }

  /** Reads the settings and the keys that they refer to; refused whole, naming every fault. */
  public static Result<AlpacaConnection> from(Map<String, String> environment) {
    List<Fault> faults = new ArrayList<>();
    String account = text(environment, ACCOUNT, "the account's id, such as alpaca-1", faults);
    String number = text(environment, NUMBER, "the account's number at the broker", faults);
    String keyId = secret(environment, KEY_ID, faults);
    String secret = secret(environment, SECRET, faults);
    MoneyKind money = MoneyKind.from(environment, MONEY, faults);
    URI base = base(money);
    String url = environment.getOrDefault(URL, base.toString());
    if (!url.equals(base.toString()) && !url.matches("http://127\\.0\\.0\\.1:[0-9]{1,5}")) {
      faults.add(
          new Fault(
              URL,
              "expected the address of %s money, %s, found another".formatted(money.word(), base)));
    }
    if (money == MoneyKind.REAL && number.startsWith(PLAY_NUMBERS)) {
      faults.add(
          new Fault(
              NUMBER,
              "expected the number of an account with real money, as %s says, found %s"
                  .formatted(MONEY, number)));
    }
    if (!faults.isEmpty()) {
      return Result.failure(Problem.invalid(faults));
    }
    AlpacaSession.Identity identity =
        new AlpacaSession.Identity(new AccountId(account), number, money);
    AlpacaKeys keys = new AlpacaKeys(keyId, secret);
    return Result.success(
        new AlpacaConnection(identity, new AlpacaSettings(URI.create(url), keys, TIMEOUT)));
  }

  private static URI base(MoneyKind money) {
    return switch (money) {
      case PLAY -> AlpacaSettings.PAPER_BASE;
      case REAL -> AlpacaSettings.LIVE_BASE;
    };
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
    Result<String> read =
        SecretReference.parse(reference).then(found -> found.read(environment)).map(String::strip);
    return switch (read) {
      case Result.Success<String>(String secret) -> {
        if (!secret.matches("[!-~]+")) {
          faults.add(new Fault(name, "expected a key of printable characters without blanks"));
        }
        yield secret;
      }
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
  public Broker broker(UniverseService universe, TraderClock clock, Pauses pauses) {
    SplittableRandom jitter = new SplittableRandom(identity.number().hashCode());
    PacedWire wire =
        new PacedWire(
            http,
            new TokenBucket(1, AlpacaSettings.PACE),
            clock,
            pauses,
            jitter::nextDouble,
            AlpacaSettings.REST_WHEN_LIMITED);
    AlpacaTrading trading = new AlpacaTrading(new AlpacaClient(settings, wire));
    return new AlpacaBroker(trading, identity, universe, clock);
  }

  @Override
  public void close() {
    http.close();
  }
}
