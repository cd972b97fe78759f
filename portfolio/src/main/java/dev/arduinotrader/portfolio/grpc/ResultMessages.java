package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.ListResultsRequest;
import dev.arduinotrader.contracts.portfolio.ListResultsResponse;
import dev.arduinotrader.contracts.portfolio.ListValuationsRequest;
import dev.arduinotrader.contracts.portfolio.ListValuationsResponse;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.portfolio.DailyValuation;
import dev.arduinotrader.portfolio.DailyValuations;
import dev.arduinotrader.portfolio.LotMethod;
import dev.arduinotrader.portfolio.ResultParts;
import dev.arduinotrader.portfolio.ResultQuery;
import dev.arduinotrader.portfolio.Results;
import dev.arduinotrader.portfolio.SecurityResult;
import dev.arduinotrader.portfolio.ValuationQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** Results and valuations on the wire, both ways. */
final class ResultMessages {
  private ResultMessages() {}

  static ListResultsRequest toProto(ResultQuery query) {
    Isin after = query.after();
    ListResultsRequest.Builder message =
        ListResultsRequest.newBuilder()
            .setMethod(LotMessages.toProto(query.method()))
            .setAfterIsin(after == null ? "" : after.value())
            .setLimit(query.limit());
    Instant from = query.from();
    if (from != null) {
      message.setFrom(CommonMessages.toProto(from));
    }
    Instant before = query.before();
    if (before != null) {
      message.setBefore(CommonMessages.toProto(before));
    }
    return message.build();
  }

  static ResultQuery fromProto(ListResultsRequest message) {
    FieldReader fields = new FieldReader();
    LotMethod method = fields.read("method", () -> LotMessages.method(message.getMethod()));
    Isin after =
        message.getAfterIsin().isEmpty() ? null : fields.isin("after_isin", message.getAfterIsin());
    return fields.build(
        () ->
            new ResultQuery(
                Objects.requireNonNull(method),
                WireValues.optionalInstant("from", message.hasFrom(), message.getFrom()),
                WireValues.optionalInstant("before", message.hasBefore(), message.getBefore()),
                after,
                message.getLimit()));
  }

  static ListResultsResponse toProto(Results results) {
    return ListResultsResponse.newBuilder()
        .addAllResults(results.results().stream().map(ResultMessages::toProto).toList())
        .setComplete(results.complete())
        .build();
  }

  static Results fromProto(ListResultsResponse message) {
    return new Results(
        WireValues.each("results", message.getResultsList(), ResultMessages::fromProto),
        message.getComplete());
  }

  private static dev.arduinotrader.contracts.portfolio.SecurityResult toProto(
      SecurityResult result) {
    dev.arduinotrader.contracts.portfolio.SecurityResult.Builder message =
        dev.arduinotrader.contracts.portfolio.SecurityResult.newBuilder()
            .setIsin(result.isin().value())
            .addAllUnknown(result.unknown());
    ResultParts realised = result.realised();
    if (realised != null) {
      message.setRealised(toProto(realised));
    }
    ResultParts unrealised = result.unrealised();
    if (unrealised != null) {
      message.setUnrealised(toProto(unrealised));
    }
    return message.build();
  }

  private static SecurityResult fromProto(
      dev.arduinotrader.contracts.portfolio.SecurityResult message) {
    return new SecurityResult(
        Isin.of(message.getIsin()),
        message.hasRealised() ? fromProto(message.getRealised()) : null,
        message.hasUnrealised() ? fromProto(message.getUnrealised()) : null,
        message.getUnknownList());
  }

  private static dev.arduinotrader.contracts.portfolio.ResultParts toProto(ResultParts parts) {
    return dev.arduinotrader.contracts.portfolio.ResultParts.newBuilder()
        .setPrice(CommonMessages.toProto(parts.price()))
        .setIncome(CommonMessages.toProto(parts.income()))
        .setCurrency(CommonMessages.toProto(parts.currency()))
        .setCosts(CommonMessages.toProto(parts.costs()))
        .build();
  }

  private static ResultParts fromProto(dev.arduinotrader.contracts.portfolio.ResultParts message) {
    return new ResultParts(
        WireValues.money("price", message.getPrice()),
        WireValues.money("income", message.getIncome()),
        WireValues.money("currency", message.getCurrency()),
        WireValues.money("costs", message.getCosts()));
  }

  static ListValuationsRequest toProto(ValuationQuery query) {
    return ListValuationsRequest.newBuilder()
        .setFromDay(query.from().toEpochDay())
        .setToDay(query.to().toEpochDay())
        .setRebuild(query.rebuild())
        .build();
  }

  static ValuationQuery fromProto(ListValuationsRequest message) {
    FieldReader fields = new FieldReader();
    LocalDate from = fields.read("from_day", () -> day(message.getFromDay()));
    LocalDate to = fields.read("to_day", () -> day(message.getToDay()));
    return fields.build(
        () ->
            new ValuationQuery(
                Objects.requireNonNull(from), Objects.requireNonNull(to), message.getRebuild()));
  }

  private static LocalDate day(long epochDay) {
    if (epochDay < 0 || epochDay > 100_000) {
      throw new IllegalArgumentException("expected 0 to 100,000 days, found " + epochDay);
    }
    return LocalDate.ofEpochDay(epochDay);
  }

  static ListValuationsResponse toProto(DailyValuations valuations) {
    return ListValuationsResponse.newBuilder()
        .addAllDays(valuations.days().stream().map(ResultMessages::toProto).toList())
        .build();
  }

  static DailyValuations fromProto(ListValuationsResponse message) {
    return new DailyValuations(
        WireValues.each("days", message.getDaysList(), ResultMessages::fromProto));
  }

  private static dev.arduinotrader.contracts.portfolio.DailyValuation toProto(DailyValuation day) {
    dev.arduinotrader.contracts.portfolio.DailyValuation.Builder message =
        dev.arduinotrader.contracts.portfolio.DailyValuation.newBuilder()
            .setDay(day.day().toEpochDay())
            .addAllPositions(day.positions().stream().map(ResultMessages::toProto).toList())
            .addAllUnknown(day.unknown());
    Money cash = day.cash();
    if (cash != null) {
      message.setCash(CommonMessages.toProto(cash));
    }
    Money holdings = day.holdings();
    if (holdings != null) {
      message.setHoldings(CommonMessages.toProto(holdings));
    }
    Money paidIn = day.paidIn();
    if (paidIn != null) {
      message.setPaidIn(CommonMessages.toProto(paidIn));
    }
    return message.build();
  }

  private static DailyValuation fromProto(
      dev.arduinotrader.contracts.portfolio.DailyValuation message) {
    return new DailyValuation(
        day(message.getDay()),
        WireValues.optionalMoney("cash", message.hasCash(), message.getCash()),
        WireValues.optionalMoney("holdings", message.hasHoldings(), message.getHoldings()),
        WireValues.optionalMoney("paid_in", message.hasPaidIn(), message.getPaidIn()),
        WireValues.each("positions", message.getPositionsList(), ResultMessages::fromProto),
        message.getUnknownList());
  }

  private static dev.arduinotrader.contracts.portfolio.DayPosition toProto(
      DailyValuation.DayPosition position) {
    dev.arduinotrader.contracts.portfolio.DayPosition.Builder message =
        dev.arduinotrader.contracts.portfolio.DayPosition.newBuilder()
            .setIsin(position.isin().value())
            .setQuantity(position.quantity().toString());
    Money value = position.value();
    if (value != null) {
      message.setValue(CommonMessages.toProto(value));
    }
    return message.build();
  }

  private static DailyValuation.DayPosition fromProto(
      dev.arduinotrader.contracts.portfolio.DayPosition message) {
    return new DailyValuation.DayPosition(
        Isin.of(message.getIsin()),
        Quantity.of(message.getQuantity()),
        WireValues.optionalMoney("value", message.hasValue(), message.getValue()));
  }
}
