package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.ListLotsRequest;
import dev.arduinotrader.contracts.portfolio.ListLotsResponse;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.portfolio.Disposal;
import dev.arduinotrader.portfolio.Lot;
import dev.arduinotrader.portfolio.LotChoice;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.LotPage;
import dev.arduinotrader.portfolio.LotQuery;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Lots and disposals on the wire, both ways. */
final class LotMessages {
  private LotMessages() {}

  static ListLotsRequest toProto(LotQuery query) {
    Isin isin = query.isin();
    ListLotsRequest.Builder message =
        ListLotsRequest.newBuilder()
            .setMethod(toProto(query.method()))
            .setIsin(isin == null ? "" : isin.value())
            .setAfterPosition(query.afterPosition())
            .setLimit(query.limit());
    Instant from = query.disposedFrom();
    if (from != null) {
      message.setDisposedFrom(CommonMessages.toProto(from));
    }
    Instant before = query.disposedBefore();
    if (before != null) {
      message.setDisposedBefore(CommonMessages.toProto(before));
    }
    for (LotChoice choice : query.choices()) {
      message.addChoices(
          dev.arduinotrader.contracts.portfolio.LotChoice.newBuilder()
              .setSaleId(choice.saleId())
              .setLotId(choice.lotId()));
    }
    return message.build();
  }

  static LotQuery fromProto(ListLotsRequest message) {
    FieldReader fields = new FieldReader();
    LotMethod method = fields.read("method", () -> method(message.getMethod()));
    Isin isin = message.getIsin().isEmpty() ? null : fields.isin("isin", message.getIsin());
    Instant from =
        fields.read(
            "disposed_from",
            () ->
                message.hasDisposedFrom()
                    ? WireValues.instant("disposed_from", true, message.getDisposedFrom())
                    : Instant.MIN);
    Instant before =
        fields.read(
            "disposed_before",
            () ->
                message.hasDisposedBefore()
                    ? WireValues.instant("disposed_before", true, message.getDisposedBefore())
                    : Instant.MAX);
    List<LotChoice> choices =
        message.getChoicesList().stream()
            .map(choice -> new LotChoice(choice.getSaleId(), choice.getLotId()))
            .toList();
    return fields.build(
        () ->
            new LotQuery(
                Objects.requireNonNull(method),
                isin,
                message.hasDisposedFrom() ? from : null,
                message.hasDisposedBefore() ? before : null,
                choices,
                message.getAfterPosition(),
                message.getLimit()));
  }

  static dev.arduinotrader.contracts.portfolio.LotMethod toProto(LotMethod method) {
    return dev.arduinotrader.contracts.portfolio.LotMethod.valueOf("LOT_METHOD_" + method.name());
  }

  static LotMethod method(dev.arduinotrader.contracts.portfolio.LotMethod method) {
    return switch (method) {
      case LOT_METHOD_FIRST_IN_FIRST_OUT -> LotMethod.FIRST_IN_FIRST_OUT;
      case LOT_METHOD_AVERAGE -> LotMethod.AVERAGE;
      case LOT_METHOD_HIGHEST_COST -> LotMethod.HIGHEST_COST;
      case LOT_METHOD_SPECIFIC -> LotMethod.SPECIFIC;
      case LOT_METHOD_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected a method of lots, found " + method);
    };
  }

  static ListLotsResponse toProto(LotPage page) {
    return ListLotsResponse.newBuilder()
        .addAllLots(page.lots().stream().map(LotMessages::toProto).toList())
        .addAllDisposals(page.disposals().stream().map(LotMessages::toProto).toList())
        .setComplete(page.complete())
        .build();
  }

  static LotPage fromProto(ListLotsResponse message) {
    return new LotPage(
        WireValues.each("lots", message.getLotsList(), LotMessages::fromProto),
        WireValues.each("disposals", message.getDisposalsList(), LotMessages::fromProto),
        message.getComplete());
  }

  private static dev.arduinotrader.contracts.portfolio.Lot toProto(Lot lot) {
    dev.arduinotrader.contracts.portfolio.Lot.Builder message =
        dev.arduinotrader.contracts.portfolio.Lot.newBuilder()
            .setLotId(lot.lotId())
            .setIsin(lot.isin().value())
            .setCurrency(lot.currency().code())
            .setQuantity(lot.quantity().toString())
            .setCommission(CommonMessages.toProto(lot.commission()));
    Instant acquiredAt = lot.acquiredAt();
    if (acquiredAt != null) {
      message.setAcquiredAt(CommonMessages.toProto(acquiredAt));
    }
    Money cost = lot.cost();
    if (cost != null) {
      message.setCost(CommonMessages.toProto(cost));
    }
    return message.build();
  }

  private static Lot fromProto(dev.arduinotrader.contracts.portfolio.Lot message) {
    return new Lot(
        message.getLotId(),
        Isin.of(message.getIsin()),
        Currency.of(message.getCurrency()),
        Quantity.of(message.getQuantity()),
        WireValues.optionalInstant("acquired_at", message.hasAcquiredAt(), message.getAcquiredAt()),
        WireValues.optionalMoney("cost", message.hasCost(), message.getCost()),
        WireValues.money("commission", message.getCommission()));
  }

  private static dev.arduinotrader.contracts.portfolio.Disposal toProto(Disposal disposal) {
    dev.arduinotrader.contracts.portfolio.Disposal.Builder message =
        dev.arduinotrader.contracts.portfolio.Disposal.newBuilder()
            .setSaleId(disposal.saleId())
            .setLotId(disposal.lotId())
            .setIsin(disposal.isin().value())
            .setQuantity(disposal.quantity().toString())
            .setDisposedAt(CommonMessages.toProto(disposal.disposedAt()))
            .setCommissionIn(CommonMessages.toProto(disposal.commissionIn()))
            .setProceeds(CommonMessages.toProto(disposal.proceeds()))
            .setCommissionOut(CommonMessages.toProto(disposal.commissionOut()));
    Instant acquiredAt = disposal.acquiredAt();
    if (acquiredAt != null) {
      message.setAcquiredAt(CommonMessages.toProto(acquiredAt));
    }
    Money cost = disposal.cost();
    if (cost != null) {
      message.setCost(CommonMessages.toProto(cost));
    }
    return message.build();
  }

  private static Disposal fromProto(dev.arduinotrader.contracts.portfolio.Disposal message) {
    return new Disposal(
        message.getSaleId(),
        message.getLotId(),
        Isin.of(message.getIsin()),
        Quantity.of(message.getQuantity()),
        WireValues.optionalInstant("acquired_at", message.hasAcquiredAt(), message.getAcquiredAt()),
        WireValues.instant("disposed_at", message.hasDisposedAt(), message.getDisposedAt()),
        WireValues.optionalMoney("cost", message.hasCost(), message.getCost()),
        WireValues.money("commission_in", message.getCommissionIn()),
        WireValues.money("proceeds", message.getProceeds()),
        WireValues.money("commission_out", message.getCommissionOut()));
  }
}
