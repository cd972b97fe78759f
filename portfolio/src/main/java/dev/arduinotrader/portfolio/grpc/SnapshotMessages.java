package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.kernel.id.AccountId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Lot;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Price;
import dev.arduinotrader.kernel.money.QuoteUnit;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.portfolio.InvestmentPolicy;
import dev.arduinotrader.portfolio.OpenExposure;
import dev.arduinotrader.portfolio.PolicyVersion;
import dev.arduinotrader.portfolio.Snapshot;
import dev.arduinotrader.portfolio.SnapshotSecurity;
import dev.arduinotrader.portfolio.TradeDates;
import java.time.Instant;

/** The snapshot and its parts on the wire, both ways; for the grpc rooms of other services too. */
public final class SnapshotMessages {
  private SnapshotMessages() {}

  public static dev.arduinotrader.contracts.portfolio.Snapshot toProto(Snapshot snapshot) {
    return dev.arduinotrader.contracts.portfolio.Snapshot.newBuilder()
        .setSnapshotId(snapshot.snapshotId())
        .setAccountId(snapshot.accountId().value())
        .setDecisionTime(CommonMessages.toProto(snapshot.decisionTime()))
        .setBaseCurrency(snapshot.baseCurrency().code())
        .setIdentityHash(snapshot.identityHash())
        .setMarketHash(snapshot.marketHash())
        .setTotal(CommonMessages.toProto(snapshot.total()))
        .addAllCash(snapshot.cash().stream().map(HoldingMessages::toProto).toList())
        .addAllHoldings(snapshot.positions().stream().map(HoldingMessages::toProto).toList())
        .setExposure(ExposureMessages.toProto(snapshot.exposure()))
        .addAllSecurities(snapshot.securities().stream().map(SnapshotMessages::toProto).toList())
        .addAllRates(snapshot.rates().stream().map(CommonMessages::toProto).toList())
        .setPolicy(PolicyMessages.toProto(snapshot.policy()))
        .addAllIncomplete(snapshot.incomplete())
        .build();
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static Snapshot fromProto(dev.arduinotrader.contracts.portfolio.Snapshot message) {
    return new Snapshot(
        message.getSnapshotId(),
        AccountId.of(message.getAccountId()),
        WireValues.instant("decision_time", message.hasDecisionTime(), message.getDecisionTime()),
        Currency.of(message.getBaseCurrency()),
        message.getIdentityHash(),
        message.getMarketHash(),
        WireValues.money("total", message.getTotal()),
        WireValues.each("cash", message.getCashList(), HoldingMessages::fromProto),
        WireValues.each("holdings", message.getHoldingsList(), HoldingMessages::fromProto),
        ExposureMessages.fromProto(message.getExposure()),
        WireValues.each("securities", message.getSecuritiesList(), SnapshotMessages::fromProto),
        WireValues.each("rates", message.getRatesList(), CommonMessages::fxRate),
        PolicyMessages.fromProto(message.getPolicy()),
        message.getIncompleteList());
  }

  public static dev.arduinotrader.contracts.portfolio.OpenExposure toProto(OpenExposure exposure) {
    return ExposureMessages.toProto(exposure);
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static OpenExposure fromProto(dev.arduinotrader.contracts.portfolio.OpenExposure message) {
    return ExposureMessages.fromProto(message);
  }

  public static dev.arduinotrader.contracts.portfolio.InvestmentPolicy toProto(
      InvestmentPolicy policy) {
    return PolicyMessages.toProto(policy);
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static InvestmentPolicy fromProto(
      dev.arduinotrader.contracts.portfolio.InvestmentPolicy message) {
    return PolicyMessages.fromProto(message);
  }

  public static dev.arduinotrader.contracts.portfolio.PolicyVersion toProto(PolicyVersion version) {
    return PolicyMessages.toProto(version);
  }

  /** Throws {@link IllegalArgumentException} naming the field that is wrong. */
  public static PolicyVersion fromProto(
      dev.arduinotrader.contracts.portfolio.PolicyVersion message) {
    return PolicyMessages.fromProto(message);
  }

  private static dev.arduinotrader.contracts.portfolio.SnapshotSecurity toProto(
      SnapshotSecurity security) {
    dev.arduinotrader.contracts.portfolio.SnapshotSecurity.Builder message =
        dev.arduinotrader.contracts.portfolio.SnapshotSecurity.newBuilder()
            .setIsin(security.isin().value())
            .setSymbol(security.symbol())
            .setName(security.name())
            .setCountry(WireValues.nullAsEmpty(security.country()))
            .setIndustry(WireValues.nullAsEmpty(security.industry()))
            .setExchange(security.exchange())
            .setQuoteUnit(security.quoteUnit().code())
            .setLot(security.lot().toString())
            .setTradable(security.tradable());
    Price price = security.price();
    if (price != null) {
      message.setPrice(CommonMessages.toProto(price));
    }
    Instant pricedAt = security.pricedAt();
    if (pricedAt != null) {
      message.setPricedAt(CommonMessages.toProto(pricedAt));
    }
    Instant lastBoughtAt = security.dates().lastBoughtAt();
    if (lastBoughtAt != null) {
      message.setLastBoughtAt(CommonMessages.toProto(lastBoughtAt));
    }
    Instant lastSoldAt = security.dates().lastSoldAt();
    if (lastSoldAt != null) {
      message.setLastSoldAt(CommonMessages.toProto(lastSoldAt));
    }
    return message.build();
  }

  private static SnapshotSecurity fromProto(
      dev.arduinotrader.contracts.portfolio.SnapshotSecurity message) {
    return new SnapshotSecurity(
        Isin.of(message.getIsin()),
        message.getSymbol(),
        message.getName(),
        WireValues.emptyAsNull(message.getCountry()),
        WireValues.emptyAsNull(message.getIndustry()),
        message.getExchange(),
        QuoteUnit.of(message.getQuoteUnit()),
        Lot.of(message.getLot()),
        message.getTradable(),
        message.hasPrice() ? CommonMessages.price(message.getPrice()) : null,
        WireValues.optionalInstant("priced_at", message.hasPricedAt(), message.getPricedAt()),
        new TradeDates(
            WireValues.optionalInstant(
                "last_bought_at", message.hasLastBoughtAt(), message.getLastBoughtAt()),
            WireValues.optionalInstant(
                "last_sold_at", message.hasLastSoldAt(), message.getLastSoldAt())));
  }
}
