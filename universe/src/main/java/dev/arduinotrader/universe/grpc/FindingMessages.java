package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.ListFindingsRequest;
import dev.arduinotrader.contracts.universe.ListFindingsResponse;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.FindingPage;
import dev.arduinotrader.universe.FindingQuery;
import dev.arduinotrader.universe.ImportFinding;
import dev.arduinotrader.universe.PriceFinding;
import dev.arduinotrader.universe.PriceFinding.ChangedValue;
import org.jspecify.annotations.Nullable;

/** The messages of findings, both ways. */
final class FindingMessages {
  private FindingMessages() {}

  static ListFindingsRequest toProto(FindingQuery query) {
    ListFindingsRequest.Builder message =
        ListFindingsRequest.newBuilder()
            .setSeries(text(query.series()))
            .setKind(text(query.kind()))
            .setAfter(text(query.after()))
            .setLimit(query.limit());
    Long importNumber = query.importNumber();
    return importNumber == null ? message.build() : message.setImportNumber(importNumber).build();
  }

  static FindingQuery query(ListFindingsRequest message) {
    return new FieldReader()
        .build(
            () ->
                new FindingQuery(
                    orNull(message.getSeries()),
                    orNull(message.getKind()),
                    message.hasImportNumber() ? message.getImportNumber() : null,
                    orNull(message.getAfter()),
                    message.hasLimit() ? message.getLimit() : FindingQuery.LIMIT_MAX));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static ListFindingsResponse toProto(FindingPage page) {
    return ListFindingsResponse.newBuilder()
        .addAllFindings(page.findings().stream().map(FindingMessages::toProto).toList())
        .setNextAfter(text(page.next()))
        .build();
  }

  static FindingPage page(ListFindingsResponse message) {
    return new FindingPage(
        message.getFindingsList().stream().map(FindingMessages::finding).toList(),
        orNull(message.getNextAfter()));
  }

  private static dev.arduinotrader.contracts.universe.PriceFinding toProto(ImportFinding found) {
    PriceFinding finding = found.finding();
    var message =
        dev.arduinotrader.contracts.universe.PriceFinding.newBuilder()
            .setSeries(finding.series())
            .setDate(finding.date())
            .setField(finding.field())
            .setKind(finding.kind())
            .setAction(finding.action())
            .setConfidence(finding.confidence())
            .setMethod(finding.method())
            .setWhy(finding.why())
            .addAllChanges(finding.changes().stream().map(FindingMessages::toProto).toList())
            .setImportNumber(found.importNumber())
            .setSource(found.source())
            .setFoundAt(CommonMessages.toProto(found.foundAt()));
    Double value = finding.value();
    if (value != null) {
      message.setValue(value);
    }
    Double repaired = finding.repairedValue();
    if (repaired != null) {
      message.setRepairedValue(repaired);
    }
    return message.build();
  }

  private static dev.arduinotrader.contracts.universe.ChangedValue toProto(ChangedValue change) {
    var message =
        dev.arduinotrader.contracts.universe.ChangedValue.newBuilder()
            .setDate(change.date())
            .setField(change.field());
    Double original = change.original();
    if (original != null) {
      message.setOriginal(original);
    }
    Double kept = change.kept();
    if (kept != null) {
      message.setKept(kept);
    }
    return message.build();
  }

  private static ImportFinding finding(dev.arduinotrader.contracts.universe.PriceFinding message) {
    return new ImportFinding(
        message.getImportNumber(),
        message.getSource(),
        CommonMessages.instant(message.getFoundAt()),
        new PriceFinding(
            message.getSeries(),
            message.getDate(),
            message.getField(),
            message.hasValue() ? message.getValue() : null,
            message.getKind(),
            message.getAction(),
            message.hasRepairedValue() ? message.getRepairedValue() : null,
            message.getConfidence(),
            message.getMethod(),
            message.getWhy(),
            message.getChangesList().stream().map(FindingMessages::change).toList()));
  }

  private static ChangedValue change(dev.arduinotrader.contracts.universe.ChangedValue message) {
    return new ChangedValue(
        message.getDate(),
        message.getField(),
        message.hasOriginal() ? message.getOriginal() : null,
        message.hasKept() ? message.getKept() : null);
  }
}
