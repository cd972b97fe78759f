package dev.arduinotrader.universe.grpc;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.arduinotrader.contracts.universe.ChangeSourcesRequest;
import dev.arduinotrader.contracts.universe.ChangeSourcesResponse;
import dev.arduinotrader.contracts.universe.ListSourcesRequest;
import dev.arduinotrader.contracts.universe.ListSourcesResponse;
import dev.arduinotrader.contracts.universe.TestSourceRequest;
import dev.arduinotrader.contracts.universe.TestSourceResponse;
import dev.arduinotrader.kernel.id.CommandId;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.universe.ChangeSources;
import dev.arduinotrader.universe.SourceAbility;
import dev.arduinotrader.universe.SourceHealth;
import dev.arduinotrader.universe.SourceKind;
import dev.arduinotrader.universe.SourceList;
import dev.arduinotrader.universe.SourceSetting;
import dev.arduinotrader.universe.SourceStatus;
import dev.arduinotrader.universe.SourceTest;
import dev.arduinotrader.universe.TestSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages about sources, in both directions. */
final class SourceMessages {
  private static final String KIND_PREFIX = "SOURCE_KIND_";
  private static final String ABILITY_PREFIX = "SOURCE_ABILITY_";

  private SourceMessages() {}

  static ListSourcesRequest listRequest() {
    return ListSourcesRequest.getDefaultInstance();
  }

  static ListSourcesResponse listed(SourceList list) {
    return ListSourcesResponse.newBuilder()
        .addAllSources(list.sources().stream().map(SourceMessages::toProto).toList())
        .setVersion(list.version())
        .build();
  }

  static SourceList list(ListSourcesResponse message) {
    return new SourceList(
        message.getSourcesList().stream().map(SourceMessages::status).toList(),
        message.getVersion());
  }

  static ChangeSourcesRequest toProto(ChangeSources command) {
    return ChangeSourcesRequest.newBuilder()
        .setCommandId(command.commandId().value())
        .setFromVersion(command.fromVersion())
        .addAllSources(command.sources().stream().map(SourceMessages::toProto).toList())
        .build();
  }

  static ChangeSources change(ChangeSourcesRequest message) {
    FieldReader fields = new FieldReader();
    fields.command("command_id", message.getCommandId());
    List<SourceSetting> settings = new ArrayList<>();
    for (int i = 0; i < message.getSourcesCount(); i++) {
      var source = message.getSources(i);
      SourceSetting setting = fields.read("sources[" + i + "]", () -> setting(source));
      if (setting != null) {
        settings.add(setting);
      }
    }
    return fields.build(
        () ->
            new ChangeSources(
                CommandId.of(message.getCommandId()), message.getFromVersion(), settings));
  }

  static ChangeSourcesResponse changed(SourceList list) {
    return ChangeSourcesResponse.newBuilder()
        .addAllSources(list.sources().stream().map(SourceMessages::toProto).toList())
        .setVersion(list.version())
        .build();
  }

  static SourceList list(ChangeSourcesResponse message) {
    return new SourceList(
        message.getSourcesList().stream().map(SourceMessages::status).toList(),
        message.getVersion());
  }

  static TestSourceRequest toProto(TestSource request) {
    return TestSourceRequest.newBuilder()
        .setSource(request.source())
        .setIsin(request.isin().value())
        .build();
  }

  static TestSource test(TestSourceRequest message) {
    FieldReader fields = new FieldReader();
    fields.text("source", message.getSource());
    fields.isin("isin", message.getIsin());
    return fields.build(() -> new TestSource(message.getSource(), Isin.of(message.getIsin())));
  }

  static TestSourceResponse tested(SourceTest test) {
    TestSourceResponse.Builder message =
        TestSourceResponse.newBuilder()
            .setBars(test.bars())
            .addAllRejected(test.rejected())
            .setMillis(test.millis());
    LocalDate lastDate = test.lastDate();
    if (lastDate != null) {
      message.setLastDate(lastDate.toString()).setLastClose(test.lastClose());
    }
    return message.build();
  }

  static SourceTest test(TestSourceResponse message) {
    return new SourceTest(
        message.getBars(),
        message.getLastDate().isEmpty() ? null : LocalDate.parse(message.getLastDate()),
        message.hasLastClose() ? message.getLastClose() : Double.NaN,
        message.getRejectedList(),
        message.getMillis());
  }

  private static dev.arduinotrader.contracts.universe.SourceStatus toProto(SourceStatus status) {
    return dev.arduinotrader.contracts.universe.SourceStatus.newBuilder()
        .setSetting(toProto(status.setting()))
        .addAllAbilities(
            new TreeSet<>(status.abilities())
                .stream()
                    .map(
                        ability ->
                            dev.arduinotrader.contracts.universe.SourceAbility.valueOf(
                                ABILITY_PREFIX + ability.name()))
                    .toList())
        .setHealth(toProto(status.health()))
        .build();
  }

  private static SourceStatus status(dev.arduinotrader.contracts.universe.SourceStatus message) {
    return new SourceStatus(
        setting(message.getSetting()),
        message.getAbilitiesList().stream()
            .map(a -> SourceAbility.valueOf(a.name().substring(ABILITY_PREFIX.length())))
            .collect(Collectors.toSet()),
        health(message.getHealth()));
  }

  private static dev.arduinotrader.contracts.universe.SourceSetting toProto(SourceSetting setting) {
    return dev.arduinotrader.contracts.universe.SourceSetting.newBuilder()
        .setName(setting.name())
        .setKind(
            dev.arduinotrader.contracts.universe.SourceKind.valueOf(
                KIND_PREFIX + setting.kind().name()))
        .setLocation(orEmpty(setting.location()))
        .setPublicKey(orEmpty(setting.publicKey()))
        .setPrivateKey(orEmpty(setting.privateKey()))
        .setRequestsPerMinute(setting.requestsPerMinute())
        .setTimeout(
            Duration.newBuilder()
                .setSeconds(setting.timeout().toSeconds())
                .setNanos(setting.timeout().toNanosPart()))
        .build();
  }

  /** Throws when the kind is none that this version knows. */
  private static SourceSetting setting(dev.arduinotrader.contracts.universe.SourceSetting message) {
    return new SourceSetting(
        message.getName(),
        kind(message),
        orNull(message.getLocation()),
        orNull(message.getPublicKey()),
        orNull(message.getPrivateKey()),
        message.getRequestsPerMinute(),
        java.time.Duration.ofSeconds(
            message.getTimeout().getSeconds(), message.getTimeout().getNanos()));
  }

  private static SourceKind kind(dev.arduinotrader.contracts.universe.SourceSetting message) {
    return switch (message.getKind()) {
      case SOURCE_KIND_CSV_FOLDER -> SourceKind.CSV_FOLDER;
      case SOURCE_KIND_LEAN_FOLDER -> SourceKind.LEAN_FOLDER;
      case SOURCE_KIND_YAHOO_CHART -> SourceKind.YAHOO_CHART;
      case SOURCE_KIND_TRADERNET -> SourceKind.TRADERNET;
      case SOURCE_KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "expected a known kind of source, found number " + message.getKindValue());
    };
  }

  private static dev.arduinotrader.contracts.universe.SourceHealth toProto(SourceHealth health) {
    var message =
        dev.arduinotrader.contracts.universe.SourceHealth.newBuilder()
            .setSuccesses(health.successes())
            .setFailures(health.failures())
            .setFailuresInARow(health.failuresInARow())
            .setLastFailureWhy(health.lastFailureWhy());
    Instant success = health.lastSuccess();
    Instant failure = health.lastFailure();
    Instant resting = health.restingUntil();
    if (success != null) {
      message.setLastSuccess(CommonMessages.toProto(success));
    }
    if (failure != null) {
      message.setLastFailure(CommonMessages.toProto(failure));
    }
    if (resting != null) {
      message.setRestingUntil(CommonMessages.toProto(resting));
    }
    return message.build();
  }

  private static SourceHealth health(dev.arduinotrader.contracts.universe.SourceHealth message) {
    return new SourceHealth(
        message.getSuccesses(),
        message.getFailures(),
        message.getFailuresInARow(),
        instant(message.hasLastSuccess(), message.getLastSuccess()),
        instant(message.hasLastFailure(), message.getLastFailure()),
        message.getLastFailureWhy(),
        instant(message.hasRestingUntil(), message.getRestingUntil()));
  }

  private static @Nullable Instant instant(boolean given, Timestamp message) {
    return given ? CommonMessages.instant(message) : null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
