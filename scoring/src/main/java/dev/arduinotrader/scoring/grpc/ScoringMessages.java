package dev.arduinotrader.scoring.grpc;

import static java.util.Objects.requireNonNull;

import dev.arduinotrader.contracts.scoring.BatchScoreSecuritiesRequest;
import dev.arduinotrader.contracts.scoring.BatchScoreSecuritiesResponse;
import dev.arduinotrader.contracts.scoring.ScoreSecurityRequest;
import dev.arduinotrader.contracts.scoring.ScoreSecurityResponse;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.platform.grpc.CommonMessages;
import dev.arduinotrader.platform.grpc.FieldReader;
import dev.arduinotrader.scoring.BatchScoreRequest;
import dev.arduinotrader.scoring.BatchScores;
import dev.arduinotrader.scoring.GroupScore;
import dev.arduinotrader.scoring.PartScore;
import dev.arduinotrader.scoring.ScoreRequest;
import dev.arduinotrader.scoring.ScoringParameters;
import dev.arduinotrader.scoring.SecurityScore;
import dev.arduinotrader.scoring.Unscored;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of scoring and the domain's records, both ways. */
final class ScoringMessages {
  private ScoringMessages() {}

  static ScoreSecurityRequest toProto(ScoreRequest request) {
    return ScoreSecurityRequest.newBuilder()
        .setIsin(request.isin().value())
        .setParameters(toProto(request.parameters()))
        .build();
  }

  static ScoreRequest request(ScoreSecurityRequest message) {
    FieldReader fields = new FieldReader();
    Isin isin = fields.isin("isin", message.getIsin());
    ScoringParameters parameters =
        parameters(fields, message.hasParameters(), message.getParameters());
    return fields.build(() -> new ScoreRequest(requireNonNull(isin), requireNonNull(parameters)));
  }

  static ScoreSecurityResponse toResponse(SecurityScore score) {
    return ScoreSecurityResponse.newBuilder().setScore(toProto(score)).build();
  }

  static SecurityScore score(ScoreSecurityResponse message) {
    return score(message.getScore());
  }

  static BatchScoreSecuritiesRequest toProto(BatchScoreRequest request) {
    BatchScoreSecuritiesRequest.Builder message =
        BatchScoreSecuritiesRequest.newBuilder().setParameters(toProto(request.parameters()));
    for (Isin isin : request.isins()) {
      message.addIsins(isin.value());
    }
    return message.build();
  }

  static BatchScoreRequest request(BatchScoreSecuritiesRequest message) {
    FieldReader fields = new FieldReader();
    List<Isin> isins = new ArrayList<>(message.getIsinsCount());
    for (int i = 0; i < message.getIsinsCount(); i++) {
      Isin isin = fields.isin("isins[" + i + "]", message.getIsins(i));
      if (isin != null) {
        isins.add(isin);
      }
    }
    ScoringParameters parameters =
        parameters(fields, message.hasParameters(), message.getParameters());
    return fields.build(() -> new BatchScoreRequest(isins, requireNonNull(parameters)));
  }

  static BatchScoreSecuritiesResponse toProto(BatchScores scores) {
    BatchScoreSecuritiesResponse.Builder message = BatchScoreSecuritiesResponse.newBuilder();
    for (SecurityScore score : scores.scores()) {
      message.addScores(toProto(score));
    }
    for (Unscored unscored : scores.unscored()) {
      message.addUnscored(
          dev.arduinotrader.contracts.scoring.Unscored.newBuilder()
              .setIsin(unscored.isin().value())
              .setReason(unscored.reason()));
    }
    return message.build();
  }

  static BatchScores scores(BatchScoreSecuritiesResponse message) {
    return new BatchScores(
        message.getScoresList().stream().map(ScoringMessages::score).toList(),
        message.getUnscoredList().stream()
            .map(unscored -> new Unscored(Isin.of(unscored.getIsin()), unscored.getReason()))
            .toList());
  }

  private static dev.arduinotrader.contracts.scoring.ScoringParameters toProto(
      ScoringParameters parameters) {
    return dev.arduinotrader.contracts.scoring.ScoringParameters.newBuilder()
        .setTargetAnnualReturn(parameters.targetAnnualReturn())
        .setLongTermWeight(parameters.longTermWeight())
        .setShortTermWeight(parameters.shortTermWeight())
        .setTechnicalsWeight(parameters.technicalsWeight())
        .build();
  }

  private static @Nullable ScoringParameters parameters(
      FieldReader fields,
      boolean present,
      dev.arduinotrader.contracts.scoring.ScoringParameters message) {
    if (!present) {
      return ScoringParameters.DEFAULT;
    }
    return fields.read(
        "parameters",
        () ->
            new ScoringParameters(
                message.getTargetAnnualReturn(),
                message.getLongTermWeight(),
                message.getShortTermWeight(),
                message.getTechnicalsWeight()));
  }

  private static dev.arduinotrader.contracts.scoring.SecurityScore toProto(SecurityScore score) {
    dev.arduinotrader.contracts.scoring.SecurityScore.Builder message =
        dev.arduinotrader.contracts.scoring.SecurityScore.newBuilder()
            .setIsin(score.isin().value())
            .setTotal(score.total())
            .setCoverage(score.coverage())
            .setDecisionTime(CommonMessages.toProto(score.decisionTime()))
            .setBars(score.bars())
            .setInputsHash(score.inputsHash());
    for (GroupScore group : score.groups()) {
      message.addGroups(toProto(group));
    }
    return message.build();
  }

  private static dev.arduinotrader.contracts.scoring.GroupScore toProto(GroupScore group) {
    dev.arduinotrader.contracts.scoring.GroupScore.Builder message =
        dev.arduinotrader.contracts.scoring.GroupScore.newBuilder()
            .setName(group.name())
            .setWeight(group.weight())
            .setScore(group.score())
            .setCoverage(group.coverage());
    for (PartScore part : group.parts()) {
      message.addParts(
          dev.arduinotrader.contracts.scoring.PartScore.newBuilder()
              .setName(part.name())
              .setWeight(part.weight())
              .setValue(part.value())
              .setScore(part.score()));
    }
    return message.build();
  }

  private static SecurityScore score(dev.arduinotrader.contracts.scoring.SecurityScore message) {
    return new SecurityScore(
        Isin.of(message.getIsin()),
        message.getTotal(),
        message.getCoverage(),
        message.getGroupsList().stream().map(ScoringMessages::group).toList(),
        CommonMessages.instant(message.getDecisionTime()),
        message.getBars(),
        message.getInputsHash());
  }

  private static GroupScore group(dev.arduinotrader.contracts.scoring.GroupScore message) {
    return new GroupScore(
        message.getName(),
        message.getWeight(),
        message.getScore(),
        message.getCoverage(),
        message.getPartsList().stream()
            .map(p -> new PartScore(p.getName(), p.getWeight(), p.getValue(), p.getScore()))
            .toList());
  }
}
