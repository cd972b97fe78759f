package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.common.PriceBasis;
import dev.arduinotrader.contracts.universe.AnnounceActionRequest;
import dev.arduinotrader.contracts.universe.GetMarketDataRequest;
import dev.arduinotrader.contracts.universe.GetMarketDataResponse;
import dev.arduinotrader.contracts.universe.GetPriceHistoriesRequest;
import dev.arduinotrader.contracts.universe.OrderSourcesRequest;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.AnnounceAction;
import dev.arduinotrader.universe.CorporateAction;
import dev.arduinotrader.universe.DailyBar;
import dev.arduinotrader.universe.HeldHistory;
import dev.arduinotrader.universe.MarketData;
import dev.arduinotrader.universe.MarketDataRequest;
import dev.arduinotrader.universe.OrderSources;
import dev.arduinotrader.universe.SourceOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The messages of bars, their sources and announcements, both ways. */
final class PriceMessages {
  private PriceMessages() {}

  static PriceBasis toProto(dev.arduinotrader.kernel.market.@Nullable PriceBasis basis) {
    return basis == null ? PriceBasis.PRICE_BASIS_UNSPECIFIED : CommonMessages.toProto(basis);
  }

  static dev.arduinotrader.kernel.market.@Nullable PriceBasis basis(
      String field, PriceBasis message, FieldReader fields) {
    return switch (message) {
      case PRICE_BASIS_UNSPECIFIED -> null;
      case UNRECOGNIZED -> {
        fields.fault(field, "expected a price basis, found a number that stands for none");
        yield null;
      }
      case PRICE_BASIS_RAW, PRICE_BASIS_SPLIT_ADJUSTED, PRICE_BASIS_TOTAL_RETURN ->
          CommonMessages.basis(message);
    };
  }

  static dev.arduinotrader.contracts.universe.HeldHistory toProto(HeldHistory held) {
    return dev.arduinotrader.contracts.universe.HeldHistory.newBuilder()
        .setIsin(held.isin().value())
        .setVersion(held.version())
        .setLastDate(held.last().toString())
        .build();
  }

  static List<HeldHistory> held(GetPriceHistoriesRequest message, FieldReader fields) {
    List<HeldHistory> held = new ArrayList<>();
    for (int i = 0; i < message.getHeldCount(); i++) {
      var one = message.getHeld(i);
      Isin isin = fields.isin("held[" + i + "].isin", one.getIsin());
      LocalDate last = fields.date("held[" + i + "].last_date", one.getLastDate());
      if (isin != null && last != null) {
        held.add(new HeldHistory(isin, one.getVersion(), last));
      }
    }
    return held;
  }

  static GetMarketDataRequest toProto(MarketDataRequest request) {
    return GetMarketDataRequest.newBuilder()
        .setIsin(request.isin().value())
        .setSource(Objects.requireNonNullElse(request.source(), ""))
        .setBasis(toProto(request.basis()))
        .setFrom(request.from().toString())
        .setTo(request.to().toString())
        .setLimit(request.limit())
        .build();
  }

  static MarketDataRequest request(GetMarketDataRequest message) {
    FieldReader fields = new FieldReader();
    fields.isin("isin", message.getIsin());
    fields.date("from", message.getFrom());
    fields.date("to", message.getTo());
    var basis = basis("basis", message.getBasis(), fields);
    return fields.build(
        () ->
            new MarketDataRequest(
                Isin.of(message.getIsin()),
                message.getSource().isEmpty() ? null : message.getSource(),
                basis,
                LocalDate.parse(message.getFrom()),
                LocalDate.parse(message.getTo()),
                message.hasLimit() ? message.getLimit() : MarketDataRequest.LIMIT_MAX));
  }

  static GetMarketDataResponse toProto(MarketData data) {
    LocalDate next = data.nextFrom();
    return GetMarketDataResponse.newBuilder()
        .setIsin(data.isin().value())
        .setUnit(data.unit())
        .setBasis(CommonMessages.toProto(data.basis()))
        .setSource(data.source())
        .addAllSources(data.sources())
        .setVersion(data.version())
        .addAllBars(data.bars().stream().map(PriceMessages::toProto).toList())
        .setNextFrom(next == null ? "" : next.toString())
        .build();
  }

  private static dev.arduinotrader.contracts.universe.DailyBar toProto(DailyBar bar) {
    var message =
        dev.arduinotrader.contracts.universe.DailyBar.newBuilder()
            .setEpochDay(Math.toIntExact(bar.date().toEpochDay()))
            .setClose(bar.close());
    Double open = bar.open();
    Double high = bar.high();
    Double low = bar.low();
    Double volume = bar.volume();
    Instant storedAt = bar.storedAt();
    if (open != null) {
      message.setOpen(open);
    }
    if (high != null) {
      message.setHigh(high);
    }
    if (low != null) {
      message.setLow(low);
    }
    if (volume != null) {
      message.setVolume(volume);
    }
    if (storedAt != null) {
      message.setStoredAt(CommonMessages.toProto(storedAt));
    }
    return message.build();
  }

  static MarketData data(GetMarketDataResponse message) {
    return new MarketData(
        Isin.of(message.getIsin()),
        message.getUnit(),
        CommonMessages.basis(message.getBasis()),
        message.getSource(),
        message.getSourcesList(),
        message.getVersion(),
        message.getBarsList().stream().map(PriceMessages::bar).toList(),
        message.getNextFrom().isEmpty() ? null : LocalDate.parse(message.getNextFrom()));
  }

  private static DailyBar bar(dev.arduinotrader.contracts.universe.DailyBar message) {
    return new DailyBar(
        LocalDate.ofEpochDay(message.getEpochDay()),
        message.hasOpen() ? message.getOpen() : null,
        message.hasHigh() ? message.getHigh() : null,
        message.hasLow() ? message.getLow() : null,
        message.getClose(),
        message.hasVolume() ? message.getVolume() : null,
        message.hasStoredAt() ? CommonMessages.instant(message.getStoredAt()) : null);
  }

  static AnnounceActionRequest toProto(AnnounceAction command) {
    return AnnounceActionRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setAction(ActionMessages.toProto(command.action()))
        .setWithdrawn(command.withdrawn())
        .build();
  }

  static AnnounceAction announcement(AnnounceActionRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    fields.text("action.source", message.getAction().getSource());
    CorporateAction action =
        fields.read("action", () -> ActionMessages.action(message.getAction()));
    return fields.build(
        () ->
            new AnnounceAction(
                CommandId.of(message.getCommandId()),
                Objects.requireNonNull(action),
                message.getWithdrawn()));
  }

  static OrderSourcesRequest toProto(OrderSources command) {
    return OrderSourcesRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .addAllNames(command.names())
        .build();
  }

  static OrderSources sources(OrderSourcesRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    return fields.build(
        () ->
            new OrderSources(
                CommandId.of(message.getCommandId()), List.copyOf(message.getNamesList())));
  }

  static dev.arduinotrader.contracts.universe.SourceOrder toProto(SourceOrder order) {
    return dev.arduinotrader.contracts.universe.SourceOrder.newBuilder()
        .addAllChosen(order.chosen())
        .addAllStored(order.stored())
        .build();
  }

  static SourceOrder order(dev.arduinotrader.contracts.universe.SourceOrder message) {
    return new SourceOrder(message.getChosenList(), message.getStoredList());
  }
}
