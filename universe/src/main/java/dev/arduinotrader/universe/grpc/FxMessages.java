package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.GetFxHistoryRequest;
import dev.arduinotrader.contracts.universe.GetFxHistoryResponse;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.FxHistoryPage;
import dev.arduinotrader.universe.FxHistoryRequest;
import dev.arduinotrader.universe.StaleRate;
import java.time.LocalDate;

/** The messages of rates' history and age, both ways. */
final class FxMessages {
  private FxMessages() {}

  static dev.arduinotrader.contracts.universe.StaleRate toProto(StaleRate stale) {
    return dev.arduinotrader.contracts.universe.StaleRate.newBuilder()
        .setPair(stale.pair())
        .setFixingsMissed(stale.fixingsMissed())
        .build();
  }

  static StaleRate stale(dev.arduinotrader.contracts.universe.StaleRate message) {
    return new StaleRate(message.getPair(), message.getFixingsMissed());
  }

  static GetFxHistoryRequest toProto(FxHistoryRequest request) {
    return GetFxHistoryRequest.newBuilder()
        .setBase(request.base().code())
        .setQuote(request.quote().code())
        .setFrom(request.from().toString())
        .setTo(request.to().toString())
        .setLimit(request.limit())
        .build();
  }

  static FxHistoryRequest request(GetFxHistoryRequest message) {
    FieldReader fields = new FieldReader();
    fields.currency("base", message.getBase());
    fields.currency("quote", message.getQuote());
    fields.date("from", message.getFrom());
    fields.date("to", message.getTo());
    return fields.build(
        () ->
            new FxHistoryRequest(
                Currency.of(message.getBase()),
                Currency.of(message.getQuote()),
                LocalDate.parse(message.getFrom()),
                LocalDate.parse(message.getTo()),
                message.hasLimit() ? message.getLimit() : FxHistoryRequest.LIMIT_MAX));
  }

  static GetFxHistoryResponse toProto(FxHistoryPage page) {
    LocalDate next = page.nextFrom();
    return GetFxHistoryResponse.newBuilder()
        .addAllRates(page.rates().stream().map(CommonMessages::toProto).toList())
        .setNextFrom(next == null ? "" : next.toString())
        .build();
  }

  static FxHistoryPage page(GetFxHistoryResponse message) {
    return new FxHistoryPage(
        message.getRatesList().stream().map(CommonMessages::fxRate).toList(),
        message.getNextFrom().isEmpty() ? null : LocalDate.parse(message.getNextFrom()));
  }
}
