package dev.arduinotrader.platform.grpc;

import com.google.protobuf.Timestamp;
import dev.arduinotrader.contracts.common.Event;
import dev.arduinotrader.contracts.common.HealthCheckRequest;
import dev.arduinotrader.contracts.common.HealthCheckResponse;
import dev.arduinotrader.contracts.common.HealthFinding;
import dev.arduinotrader.contracts.common.WatchEventsResponse;
import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.PriceBasis;
import dev.arduinotrader.kernel.market.Side;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.FxRate;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.call.ProcessFacts;
import dev.arduinotrader.platform.call.ServiceEvent;
import dev.arduinotrader.platform.call.ServiceHealth;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The common messages and the kernel's values, both ways. */
public final class CommonMessages {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private CommonMessages() {}

  public static dev.arduinotrader.contracts.common.Money toProto(Money money) {
    return dev.arduinotrader.contracts.common.Money.newBuilder()
        .setAmount(money.amount().toPlainString())
        .setCurrency(money.currency().code())
        .build();
  }

  /** Throws {@link IllegalArgumentException} saying what is wrong with the message. */
  public static Money money(dev.arduinotrader.contracts.common.Money message) {
    return Money.of(Decimals.parse(message.getAmount()), Currency.of(message.getCurrency()));
  }

  public static dev.arduinotrader.contracts.common.Price toProto(Price price) {
    return dev.arduinotrader.contracts.common.Price.newBuilder()
        .setValue(price.value().toPlainString())
        .setQuoteUnit(price.unit().code())
        .build();
  }

  public static Price price(dev.arduinotrader.contracts.common.Price message) {
    return new Price(Decimals.parse(message.getValue()), QuoteUnit.of(message.getQuoteUnit()));
  }

  public static dev.arduinotrader.contracts.common.FxRate toProto(FxRate rate) {
    return dev.arduinotrader.contracts.common.FxRate.newBuilder()
        .setBase(rate.base().code())
        .setQuote(rate.quote().code())
        .setRate(rate.rate().toPlainString())
        .setKnownAtMicros(toMicros(rate.knownAt()))
        .setSource(rate.source())
        .build();
  }

  public static FxRate fxRate(dev.arduinotrader.contracts.common.FxRate message) {
    return new FxRate(
        Currency.of(message.getBase()),
        Currency.of(message.getQuote()),
        Decimals.parse(message.getRate()),
        fromMicros(message.getKnownAtMicros()),
        message.getSource());
  }

  public static Timestamp toProto(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  public static Instant instant(Timestamp message) {
    return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
  }

  public static long toMicros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  public static Instant fromMicros(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        Math.floorMod(micros, MICROS_PER_SECOND) * 1_000L);
  }

  public static dev.arduinotrader.contracts.common.Side toProto(Side side) {
    return switch (side) {
      case BUY -> dev.arduinotrader.contracts.common.Side.SIDE_BUY;
      case SELL -> dev.arduinotrader.contracts.common.Side.SIDE_SELL;
    };
  }

  public static Side side(dev.arduinotrader.contracts.common.Side message) {
    return switch (message) {
      case SIDE_BUY -> Side.BUY;
      case SIDE_SELL -> Side.SELL;
      case SIDE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected SIDE_BUY or SIDE_SELL, found " + message);
    };
  }

  public static dev.arduinotrader.contracts.common.PriceBasis toProto(PriceBasis basis) {
    return dev.arduinotrader.contracts.common.PriceBasis.valueOf("PRICE_BASIS_" + basis.name());
  }

  public static PriceBasis basis(dev.arduinotrader.contracts.common.PriceBasis message) {
    return switch (message) {
      case PRICE_BASIS_RAW -> PriceBasis.RAW;
      case PRICE_BASIS_SPLIT_ADJUSTED -> PriceBasis.SPLIT_ADJUSTED;
      case PRICE_BASIS_TOTAL_RETURN -> PriceBasis.TOTAL_RETURN;
      case PRICE_BASIS_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected a price basis, found " + message);
    };
  }

  public static HealthCheckRequest healthRequest() {
    return HealthCheckRequest.getDefaultInstance();
  }

  public static HealthCheckResponse toProto(ServiceHealth health) {
    HealthCheckResponse.Builder message =
        HealthCheckResponse.newBuilder()
            .setHealthy(health.healthy())
            .setVersion(health.version())
            .setStatus(health.status())
            .setClockBase(health.clockBase());
    for (ServiceHealth.Check check : health.checks()) {
      message.addChecks(
          HealthFinding.newBuilder()
              .setName(check.name())
              .setHealthy(check.healthy())
              .setDetail(check.detail())
              .setWarning(check.warning()));
    }
    health.process().ifPresent(facts -> message.setProcess(toProto(facts)));
    return message.build();
  }

  private static dev.arduinotrader.contracts.common.ProcessFacts toProto(ProcessFacts facts) {
    return dev.arduinotrader.contracts.common.ProcessFacts.newBuilder()
        .setInstanceId(facts.instanceId())
        .setNow(toProto(facts.now()))
        .setDeploymentEpoch(facts.deploymentEpoch())
        .setContractHash(facts.contractHash())
        .addAllWarnings(facts.warnings())
        .build();
  }

  private static ProcessFacts processFacts(
      dev.arduinotrader.contracts.common.ProcessFacts message) {
    return new ProcessFacts(
        message.getInstanceId(),
        instant(message.getNow()),
        message.getDeploymentEpoch(),
        message.getContractHash(),
        message.getWarningsList());
  }

  public static ServiceHealth health(HealthCheckResponse message) {
    return new ServiceHealth(
        message.getHealthy(),
        message.getVersion(),
        message.getStatus(),
        message.getClockBase(),
        message.getChecksList().stream()
            .map(
                check ->
                    new ServiceHealth.Check(
                        check.getName(), check.getHealthy(), check.getDetail(), check.getWarning()))
            .toList(),
        message.hasProcess() ? Optional.of(processFacts(message.getProcess())) : Optional.empty());
  }

  public static WatchEventsResponse toProto(ServiceEvent event) {
    return WatchEventsResponse.newBuilder()
        .setEvent(
            Event.newBuilder()
                .setSequence(event.sequence())
                .setAccountId(event.account().value())
                .setAt(toProto(event.at()))
                .setKind(event.kind())
                .setSummary(event.summary())
                .setDetailsJson(event.detailsJson()))
        .build();
  }

  public static ServiceEvent event(Event message) {
    return new ServiceEvent(
        message.getSequence(),
        AccountId.of(message.getAccountId()),
        instant(message.getAt()),
        message.getKind(),
        message.getSummary(),
        message.getDetailsJson());
  }
}
