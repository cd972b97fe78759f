package dev.arduinotrader.universe.sources;

import dev.arduinotrader.brokers.tradernet.TradernetClient;
import dev.arduinotrader.brokers.tradernet.TradernetKeys;
import dev.arduinotrader.brokers.tradernet.TradernetMarketData;
import dev.arduinotrader.brokers.tradernet.TradernetSettings;
import dev.arduinotrader.brokers.wire.HttpWire;
import dev.arduinotrader.brokers.wire.PacedWire;
import dev.arduinotrader.brokers.wire.TokenBucket;
import dev.arduinotrader.platform.time.Pauses;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.universe.Security;
import dev.arduinotrader.universe.SourceSetting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the sources that an owner can configure. */
public final class ConfiguredSources implements SourceFactory {
  /** One attempt may take this part of a source's whole time limit. */
  private static final int ATTEMPTS_IN_TIMEOUT = 3;

  private static final int BURST = 2;

  private final TraderClock clock;
  private final Pauses pauses;
  private final Secrets secrets;
  private final BiFunction<Security, String, Optional<String>> givenSymbols;
  private final HttpWire http = new HttpWire();

  /**
   * @param givenSymbols what somebody said a security is called at a source of this name
   */
  public ConfiguredSources(
      TraderClock clock,
      Pauses pauses,
      Secrets secrets,
      BiFunction<Security, String, Optional<String>> givenSymbols) {
    this.clock = clock;
    this.pauses = pauses;
    this.secrets = secrets;
    this.givenSymbols = givenSymbols;
  }

  @Override
  public MarketDataSource make(SourceSetting setting) {
    String name = setting.name();
    return switch (setting.kind()) {
      case CSV_FOLDER -> new CsvFolderSource(name, folder(setting), inFiles(name), clock);
      case LEAN_FOLDER -> new LeanFolderSource(name, folder(setting), inFiles(name));
      case YAHOO_CHART ->
          new YahooChartSource(
              name,
              base(setting, YahooChartSource.DEFAULT_BASE),
              paced(setting),
              attempt(setting),
              symbols(name, SourceSymbols::yahoo),
              clock);
      case TRADERNET -> tradernet(setting);
    };
  }

  private MarketDataSource tradernet(SourceSetting setting) {
    TradernetKeys keys;
    try {
      keys = keys(setting);
    } catch (IllegalArgumentException e) {
      return new UnusableSource(setting.name(), Objects.toString(e.getMessage()));
    }
    TradernetSettings settings =
        new TradernetSettings(
            base(setting, TradernetSettings.DEFAULT_BASE), keys, attempt(setting));
    return new TradernetSource(
        setting.name(),
        new TradernetMarketData(new TradernetClient(settings, paced(setting), clock)),
        clock,
        symbols(setting.name(), SourceSymbols::tradernet));
  }

  private @Nullable TradernetKeys keys(SourceSetting setting) {
    String publicKey = setting.publicKey();
    String privateKey = setting.privateKey();
    return publicKey == null || privateKey == null
        ? null
        : new TradernetKeys(secrets.read(publicKey), secrets.read(privateKey));
  }

  private Function<Security, Optional<String>> symbols(
      String source, Function<Security, Optional<String>> rule) {
    return security -> givenSymbols.apply(security, source).or(() -> rule.apply(security));
  }

  private Function<Security, String> inFiles(String source) {
    return security -> givenSymbols.apply(security, source).orElse(security.symbol());
  }

  private PacedWire paced(SourceSetting setting) {
    Duration interval = Duration.ofMinutes(1).dividedBy(Math.max(1, setting.requestsPerMinute()));
    SplittableRandom jitter = new SplittableRandom(setting.name().hashCode());
    return new PacedWire(http, new TokenBucket(BURST, interval), clock, pauses, jitter::nextDouble);
  }

  private static Duration attempt(SourceSetting setting) {
    return setting.timeout().dividedBy(ATTEMPTS_IN_TIMEOUT);
  }

  private static Path folder(SourceSetting setting) {
    return Path.of(Objects.requireNonNull(setting.location(), "a folder has a location"));
  }

  private static URI base(SourceSetting setting, URI usual) {
    String location = setting.location();
    return location == null ? usual : URI.create(location);
  }

  @Override
  public void close() {
    http.close();
  }
}
