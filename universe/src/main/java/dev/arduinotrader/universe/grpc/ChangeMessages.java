package dev.arduinotrader.universe.grpc;

import dev.arduinotrader.contracts.universe.ImportPricesRequest;
import dev.arduinotrader.contracts.universe.ImportPricesResponse;
import dev.arduinotrader.contracts.universe.ImportedFile;
import dev.arduinotrader.contracts.universe.SkippedFile;
import dev.arduinotrader.contracts.universe.SyncPricesRequest;
import dev.arduinotrader.contracts.universe.SyncPricesResponse;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.DescriptionsReport;
import dev.arduinotrader.universe.ImportProgress;
import dev.arduinotrader.universe.ImportReport;
import dev.arduinotrader.universe.ImportRequest;
import dev.arduinotrader.universe.SyncProgress;
import dev.arduinotrader.universe.SyncReport;
import dev.arduinotrader.universe.SyncRequest;
import java.util.List;
import java.util.Optional;

/** The messages of imports and syncs, both ways. */
final class ChangeMessages {
  private ChangeMessages() {}

  static ImportPricesRequest toProto(ImportRequest request) {
    return ImportPricesRequest.newBuilder()
        .setCommandId(request.commandId().value())
        .setPath(request.path())
        .build();
  }

  static ImportRequest importRequest(ImportPricesRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    fields.text("path", message.getPath());
    return fields.build(
        () -> new ImportRequest(CommandId.of(message.getCommandId()), message.getPath()));
  }

  static ImportPricesResponse part(ImportProgress progress) {
    return ImportPricesResponse.newBuilder()
        .setPart(
            dev.arduinotrader.contracts.universe.ImportProgress.newBuilder()
                .setFile(progress.file())
                .setSecuritiesDone(progress.securitiesDone())
                .setSecuritiesTotal(progress.securitiesTotal()))
        .build();
  }

  static Optional<ImportProgress> part(ImportPricesResponse message) {
    var part = message.getPart();
    return message.hasPart()
        ? Optional.of(
            new ImportProgress(part.getFile(), part.getSecuritiesDone(), part.getSecuritiesTotal()))
        : Optional.empty();
  }

  static ImportPricesResponse end(ImportReport report) {
    var end = dev.arduinotrader.contracts.universe.ImportReport.newBuilder();
    for (ImportReport.ImportedFile file : report.files()) {
      end.addFiles(
          ImportedFile.newBuilder()
              .setFile(file.file())
              .setFormat(file.format())
              .setSeries(file.series())
              .setValues(file.values())
              .setFirstDate(file.firstDate())
              .setLastDate(file.lastDate())
              .setBasis(CommonMessages.toProto(file.basis()))
              .setRejected(file.rejected())
              .setRepaired(file.repaired())
              .setFlagged(file.flagged()));
    }
    for (ImportReport.SkippedFile file : report.skipped()) {
      end.addSkipped(SkippedFile.newBuilder().setFile(file.file()).setReason(file.reason()));
    }
    report.fundamentals().stream().map(FundamentalMessages::toProto).forEach(end::addFundamentals);
    for (DescriptionsReport file : report.descriptions()) {
      end.addDescriptions(
          dev.arduinotrader.contracts.universe.DescriptionsReport.newBuilder()
              .setFile(file.file())
              .setRows(file.rows())
              .setSecurities(file.securities())
              .setStored(file.stored())
              .addAllUnknown(file.unknown()));
    }
    return ImportPricesResponse.newBuilder().setFinal(end).build();
  }

  static ImportReport end(ImportPricesResponse message) {
    List<ImportReport.ImportedFile> files =
        message.getFinal().getFilesList().stream()
            .map(
                file ->
                    new ImportReport.ImportedFile(
                        file.getFile(),
                        file.getFormat(),
                        file.getSeries(),
                        file.getValues(),
                        file.getFirstDate(),
                        file.getLastDate(),
                        CommonMessages.basis(file.getBasis()),
                        file.getRejected(),
                        file.getRepaired(),
                        file.getFlagged()))
            .toList();
    List<ImportReport.SkippedFile> skipped =
        message.getFinal().getSkippedList().stream()
            .map(file -> new ImportReport.SkippedFile(file.getFile(), file.getReason()))
            .toList();
    return new ImportReport(
        files,
        skipped,
        message.getFinal().getFundamentalsList().stream().map(FundamentalMessages::report).toList(),
        message.getFinal().getDescriptionsList().stream()
            .map(
                file ->
                    new DescriptionsReport(
                        file.getFile(),
                        file.getRows(),
                        file.getSecurities(),
                        file.getStored(),
                        file.getUnknownList()))
            .toList());
  }

  static SyncPricesRequest toProto(SyncRequest request) {
    String source = request.source();
    return SyncPricesRequest.newBuilder()
        .setCommandId(request.commandId().value())
        .addAllOnlyIsins(request.only().stream().map(Isin::value).toList())
        .setSource(source == null ? "" : source)
        .build();
  }

  static SyncRequest syncRequest(SyncPricesRequest message) {
    return syncRequest(message.getCommandId(), message.getOnlyIsinsList(), message.getSource());
  }

  /** The fields that the requests of all syncs have in common. */
  static SyncRequest syncRequest(String commandId, List<String> onlyIsins, String source) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", commandId);
    onlyIsins.forEach(isin -> fields.isin("only_isins", isin));
    return fields.build(
        () ->
            new SyncRequest(
                CommandId.of(commandId),
                onlyIsins.stream().map(Isin::of).toList(),
                source.isEmpty() ? null : source));
  }

  static SyncPricesResponse part(SyncProgress progress) {
    return SyncPricesResponse.newBuilder()
        .setPart(
            dev.arduinotrader.contracts.universe.SyncProgress.newBuilder()
                .setSecuritiesDone(progress.securitiesDone())
                .setSecuritiesTotal(progress.securitiesTotal())
                .setSymbol(progress.symbol())
                .setBarsAdded(progress.barsAdded())
                .setFailures(progress.failures())
                .setFailure(progress.failure()))
        .build();
  }

  static Optional<SyncProgress> part(SyncPricesResponse message) {
    var part = message.getPart();
    return message.hasPart()
        ? Optional.of(
            new SyncProgress(
                part.getSecuritiesDone(),
                part.getSecuritiesTotal(),
                part.getSymbol(),
                part.getBarsAdded(),
                part.getFailures(),
                part.getFailure()))
        : Optional.empty();
  }

  static SyncPricesResponse end(SyncReport report) {
    return SyncPricesResponse.newBuilder()
        .setFinal(
            dev.arduinotrader.contracts.universe.SyncReport.newBuilder()
                .setSecurities(report.securities())
                .setBarsAdded(report.barsAdded())
                .addAllFailures(report.failures())
                .setRemaining(report.remaining())
                .setQuotes(report.quotes()))
        .build();
  }

  static SyncReport end(SyncPricesResponse message) {
    var end = message.getFinal();
    return new SyncReport(
        end.getSecurities(),
        end.getBarsAdded(),
        end.getFailuresList(),
        end.getRemaining(),
        end.getQuotes());
  }
}
