package dev.arduinotrader.portfolio.grpc;

import dev.arduinotrader.contracts.portfolio.AttributionPart;
import dev.arduinotrader.contracts.portfolio.BenchmarkPart;
import dev.arduinotrader.contracts.portfolio.GetPerformanceRequest;
import dev.arduinotrader.contracts.portfolio.GetPerformanceResponse;
import dev.arduinotrader.contracts.portfolio.GroupDimension;
import dev.arduinotrader.contracts.portfolio.PerformanceAttribution;
import dev.arduinotrader.contracts.portfolio.PerformanceDay;
import dev.arduinotrader.contracts.portfolio.PerformanceFall;
import dev.arduinotrader.contracts.portfolio.PerformanceFigure;
import dev.arduinotrader.contracts.portfolio.PerformanceMeasure;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.portfolio.Measure;
import dev.arduinotrader.portfolio.Performance;
import dev.arduinotrader.portfolio.PerformanceQuery;
import java.time.LocalDate;

/** Performance on the wire, both ways. */
final class PerformanceMessages {
  private static final String MEASURE = "PERFORMANCE_MEASURE_";
  private static final String DIMENSION = "GROUP_DIMENSION_";

  private PerformanceMessages() {}

  static GetPerformanceRequest toProto(PerformanceQuery query) {
    return GetPerformanceRequest.newBuilder()
        .setFromDay(query.from().toEpochDay())
        .setToDay(query.to().toEpochDay())
        .addAllBenchmark(
            query.benchmark().stream()
                .map(
                    part ->
                        BenchmarkPart.newBuilder()
                            .setIsin(part.isin().value())
                            .setWeight(part.weight())
                            .build())
                .toList())
        .setAnnualRiskFree(query.annualRiskFree())
        .build();
  }

  static PerformanceQuery fromProto(GetPerformanceRequest message) {
    return new PerformanceQuery(
        day("from_day", message.getFromDay()),
        day("to_day", message.getToDay()),
        WireValues.each(
            "benchmark",
            message.getBenchmarkList(),
            part -> new PerformanceQuery.BenchmarkPart(Isin.of(part.getIsin()), part.getWeight())),
        message.getAnnualRiskFree());
  }

  private static LocalDate day(String field, long epochDay) {
    if (epochDay < 0 || epochDay > 100_000) {
      throw new IllegalArgumentException(field + ": expected 0 to 100,000 days, found " + epochDay);
    }
    return LocalDate.ofEpochDay(epochDay);
  }

  static GetPerformanceResponse toProto(Performance performance) {
    return GetPerformanceResponse.newBuilder()
        .setBaseCurrency(performance.base().code())
        .setFromDay(performance.from().toEpochDay())
        .setToDay(performance.to().toEpochDay())
        .addAllFigures(performance.figures().stream().map(PerformanceMessages::toProto).toList())
        .addAllFalls(performance.falls().stream().map(PerformanceMessages::toProto).toList())
        .addAllDays(performance.days().stream().map(PerformanceMessages::toProto).toList())
        .addAllAttributions(
            performance.attributions().stream().map(PerformanceMessages::toProto).toList())
        .addAllNotes(performance.notes())
        .build();
  }

  static Performance fromProto(GetPerformanceResponse message) {
    return new Performance(
        Currency.of(message.getBaseCurrency()),
        day("from_day", message.getFromDay()),
        day("to_day", message.getToDay()),
        WireValues.each("figures", message.getFiguresList(), PerformanceMessages::fromProto),
        WireValues.each("falls", message.getFallsList(), PerformanceMessages::fromProto),
        WireValues.each("days", message.getDaysList(), PerformanceMessages::fromProto),
        WireValues.each(
            "attributions", message.getAttributionsList(), PerformanceMessages::fromProto),
        message.getNotesList());
  }

  private static PerformanceFigure toProto(Performance.Figure figure) {
    PerformanceFigure.Builder message =
        PerformanceFigure.newBuilder()
            .setMeasure(PerformanceMeasure.valueOf(MEASURE + figure.measure().name()))
            .setWindow(figure.window())
            .setReason(figure.reason())
            .setFormula(figure.measure().formula());
    Double value = figure.value();
    if (value != null) {
      message.setValue(value);
    }
    return message.build();
  }

  private static Performance.Figure fromProto(PerformanceFigure message) {
    return new Performance.Figure(
        WireValues.named(Measure.class, MEASURE, message.getMeasure()),
        message.hasValue() ? message.getValue() : null,
        message.getWindow(),
        message.getReason());
  }

  private static PerformanceFall toProto(Performance.Fall fall) {
    PerformanceFall.Builder message =
        PerformanceFall.newBuilder()
            .setPeakDay(fall.peak().toEpochDay())
            .setTroughDay(fall.trough().toEpochDay())
            .setDepth(fall.depth());
    LocalDate recovered = fall.recovered();
    if (recovered != null) {
      message.setRecoveredDay(recovered.toEpochDay());
    }
    return message.build();
  }

  private static Performance.Fall fromProto(PerformanceFall message) {
    return new Performance.Fall(
        day("peak_day", message.getPeakDay()),
        day("trough_day", message.getTroughDay()),
        message.hasRecoveredDay() ? day("recovered_day", message.getRecoveredDay()) : null,
        message.getDepth());
  }

  private static PerformanceDay toProto(Performance.Day day) {
    PerformanceDay.Builder message =
        PerformanceDay.newBuilder().setDay(day.date().toEpochDay()).setFlow(day.flow());
    Double value = day.value();
    if (value != null) {
      message.setValue(value);
    }
    Double benchmark = day.benchmark();
    if (benchmark != null) {
      message.setBenchmark(benchmark);
    }
    return message.build();
  }

  private static Performance.Day fromProto(PerformanceDay message) {
    return new Performance.Day(
        day("day", message.getDay()),
        message.hasValue() ? message.getValue() : null,
        message.getFlow(),
        message.hasBenchmark() ? message.getBenchmark() : null);
  }

  private static PerformanceAttribution toProto(Performance.Attributed attributed) {
    PerformanceAttribution.Builder message =
        PerformanceAttribution.newBuilder()
            .setDimension(GroupDimension.valueOf(DIMENSION + attributed.dimension().name()))
            .addAllParts(attributed.parts().stream().map(PerformanceMessages::toProto).toList())
            .setReason(attributed.reason());
    Double active = attributed.activeReturn();
    if (active != null) {
      message.setActiveReturn(active);
    }
    return message.build();
  }

  private static Performance.Attributed fromProto(PerformanceAttribution message) {
    return new Performance.Attributed(
        WireValues.named(Performance.Dimension.class, DIMENSION, message.getDimension()),
        message.hasActiveReturn() ? message.getActiveReturn() : null,
        WireValues.each(
            "parts",
            message.getPartsList(),
            part ->
                new Performance.Part(
                    part.getSegment(),
                    part.getAllocation(),
                    part.getSelection(),
                    part.getInteraction())),
        message.getReason());
  }

  private static AttributionPart toProto(Performance.Part part) {
    return AttributionPart.newBuilder()
        .setSegment(part.segment())
        .setAllocation(part.allocation())
        .setSelection(part.selection())
        .setInteraction(part.interaction())
        .build();
  }
}
