package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.AbsentFundamentals;
import dev.arduinotrader.contracts.universe.FundamentalColumn;
import dev.arduinotrader.contracts.universe.GetFundamentalsRequest;
import dev.arduinotrader.contracts.universe.GetFundamentalsResponse;
import dev.arduinotrader.contracts.universe.ImportFundamentalsRequest;
import dev.arduinotrader.contracts.universe.ImportFundamentalsResponse;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.number.Decimals;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.Absent;
import dev.arduinotrader.universe.Fundamental;
import dev.arduinotrader.universe.FundamentalField;
import dev.arduinotrader.universe.Fundamentals;
import dev.arduinotrader.universe.FundamentalsQuery;
import dev.arduinotrader.universe.FundamentalsReport;
import dev.arduinotrader.universe.ImportFundamentals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The messages of dated facts, both ways. */
final class FundamentalMessages {
  private FundamentalMessages() {}

  static ImportFundamentalsRequest toProto(ImportFundamentals command) {
    LocalDate asOf = command.asOf();
    return ImportFundamentalsRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setPath(command.path())
        .putAllColumns(command.columns())
        .setAsOf(asOf == null ? "" : asOf.toString())
        .setDryRun(command.dryRun())
        .build();
  }

  static ImportFundamentals command(ImportFundamentalsRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    fields.text("path", message.getPath());
    LocalDate asOf = message.getAsOf().isEmpty() ? null : fields.date("as_of", message.getAsOf());
    return fields.build(
        () ->
            new ImportFundamentals(
                CommandId.of(message.getCommandId()),
                message.getPath(),
                new TreeMap<>(message.getColumnsMap()),
                asOf,
                message.getDryRun()));
  }

  static ImportFundamentalsResponse toProto(FundamentalsReport report) {
    ImportFundamentalsResponse.Builder message =
        ImportFundamentalsResponse.newBuilder()
            .setFile(report.file())
            .setRows(report.rows())
            .setSecurities(report.securities())
            .setValues(report.values())
            .setStored(report.stored())
            .addAllUnknown(report.unknown());
    for (FundamentalsReport.Column column : report.columns()) {
      message.addColumns(
          FundamentalColumn.newBuilder()
              .setName(column.name())
              .setMeaning(column.meaning())
              .setValues(column.values()));
    }
    return message.build();
  }

  static FundamentalsReport report(ImportFundamentalsResponse message) {
    return new FundamentalsReport(
        message.getFile(),
        message.getColumnsList().stream()
            .map(
                column ->
                    new FundamentalsReport.Column(
                        column.getName(), column.getMeaning(), column.getValues()))
            .toList(),
        message.getRows(),
        message.getSecurities(),
        message.getValues(),
        message.getStored(),
        message.getUnknownList());
  }

  static GetFundamentalsRequest toProto(FundamentalsQuery query) {
    return GetFundamentalsRequest.newBuilder()
        .addAllIsins(query.isins().stream().map(Isin::value).toList())
        .addAllFields(query.fields().stream().map(FundamentalField::key).toList())
        .build();
  }

  static FundamentalsQuery query(GetFundamentalsRequest message) {
    FieldReader fields = new FieldReader();
    List<Isin> isins = new ArrayList<>();
    for (int i = 0; i < message.getIsinsCount(); i++) {
      Isin isin = fields.isin("isins[" + i + "]", message.getIsins(i));
      if (isin != null) {
        isins.add(isin);
      }
    }
    List<FundamentalField> wanted = new ArrayList<>();
    for (String key : message.getFieldsList()) {
      FundamentalField field = fields.read("fields", () -> FundamentalField.of(key));
      if (field != null) {
        wanted.add(field);
      }
    }
    return fields.build(() -> new FundamentalsQuery(isins, wanted));
  }

  static GetFundamentalsResponse toProto(Fundamentals fundamentals) {
    GetFundamentalsResponse.Builder message = GetFundamentalsResponse.newBuilder();
    for (Fundamental fact : fundamentals.facts()) {
      message.addFacts(
          dev.arduinotrader.contracts.universe.Fundamental.newBuilder()
              .setIsin(fact.isin().value())
              .setField(fact.field().key())
              .setValue(fact.value().toPlainString())
              .setUnit(fact.unit())
              .setAsOf(fact.asOf().toString())
              .setKnownAt(CommonMessages.toProto(fact.knownAt()))
              .setSource(fact.source()));
    }
    for (Absent absent : fundamentals.absent()) {
      message.addAbsent(
          AbsentFundamentals.newBuilder().setIsin(absent.key()).setReason(absent.reason()));
    }
    return message.build();
  }

  static Fundamentals fundamentals(GetFundamentalsResponse message) {
    return new Fundamentals(
        message.getFactsList().stream()
            .map(
                fact ->
                    new Fundamental(
                        Isin.of(fact.getIsin()),
                        FundamentalField.of(fact.getField()),
                        Decimals.parse(fact.getValue()),
                        fact.getUnit(),
                        LocalDate.parse(fact.getAsOf()),
                        CommonMessages.instant(fact.getKnownAt()),
                        fact.getSource()))
            .toList(),
        message.getAbsentList().stream()
            .map(absent -> new Absent(absent.getIsin(), absent.getReason()))
            .toList());
  }
}
