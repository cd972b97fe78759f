package dev.arduinotrader.planning.grpc;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.planning.Alternative;
import dev.arduinotrader.planning.Certificate;
import dev.arduinotrader.planning.Plan;
import dev.arduinotrader.planning.PlanStep;
import dev.arduinotrader.planning.RejectedCandidate;
import dev.arduinotrader.planning.TargetGap;
import dev.arduinotrader.platform.grpc.CommonMessages;

/** A plan on the wire and back, without loss; for the grpc rooms of other services too. */
public final class PlanMessages {
  private PlanMessages() {}

  public static dev.arduinotrader.contracts.planning.Plan toProto(Plan plan) {
    return dev.arduinotrader.contracts.planning.Plan.newBuilder()
        .setPlanHash(plan.planHash())
        .setSnapshotId(plan.snapshotId())
        .setIdentityHash(plan.identityHash())
        .setMarketHash(plan.marketHash())
        .setDecisionTime(CommonMessages.toProto(plan.decisionTime()))
        .addAllSteps(plan.steps().stream().map(PlanMessages::toProto).toList())
        .setScoreNow(plan.scoreNow())
        .setScoreAfter(plan.scoreAfter())
        .setImprovement(plan.improvement())
        .setCosts(CommonMessages.toProto(plan.costs()))
        .setCertificate(toProto(plan.certificate()))
        .addAllAlternatives(plan.alternatives().stream().map(PlanMessages::toProto).toList())
        .addAllRejected(plan.rejected().stream().map(PlanMessages::toProto).toList())
        .addAllTargets(plan.targets().stream().map(PlanMessages::toProto).toList())
        .setCompleteness(plan.completeness())
        .setNarrative(plan.narrative())
        .build();
  }

  /** Throws {@link IllegalArgumentException} saying what is wrong with the message. */
  public static Plan fromProto(dev.arduinotrader.contracts.planning.Plan message) {
    return new Plan(
        message.getPlanHash(),
        message.getSnapshotId(),
        message.getIdentityHash(),
        message.getMarketHash(),
        CommonMessages.instant(message.getDecisionTime()),
        message.getStepsList().stream().map(PlanMessages::step).toList(),
        message.getScoreNow(),
        message.getScoreAfter(),
        message.getImprovement(),
        CommonMessages.money(message.getCosts()),
        certificate(message.getCertificate()),
        message.getAlternativesList().stream().map(PlanMessages::alternative).toList(),
        message.getRejectedList().stream().map(PlanMessages::rejected).toList(),
        message.getTargetsList().stream().map(PlanMessages::target).toList(),
        message.getCompleteness(),
        message.getNarrative());
  }

  private static dev.arduinotrader.contracts.planning.PlanStep toProto(PlanStep step) {
    return dev.arduinotrader.contracts.planning.PlanStep.newBuilder()
        .setNumber(step.number())
        .setIsin(step.isin().value())
        .setSymbol(step.symbol())
        .setName(step.name())
        .setSide(CommonMessages.toProto(step.side()))
        .setQuantity(step.quantity().toString())
        .setPrice(CommonMessages.toProto(step.price()))
        .setLimit(CommonMessages.toProto(step.limit()))
        .setValue(CommonMessages.toProto(step.value()))
        .setValueInBase(CommonMessages.toProto(step.valueInBase()))
        .setCost(CommonMessages.toProto(step.cost()))
        .setReasonCode(step.reasonCode())
        .setReason(step.reason())
        .setContribution(step.contribution())
        .setWeightBefore(step.weightBefore())
        .setWeightAfter(step.weightAfter())
        .setWeightTarget(step.weightTarget())
        .build();
  }

  private static PlanStep step(dev.arduinotrader.contracts.planning.PlanStep message) {
    return new PlanStep(
        message.getNumber(),
        Isin.of(message.getIsin()),
        message.getSymbol(),
        message.getName(),
        CommonMessages.side(message.getSide()),
        Quantity.of(message.getQuantity()),
        CommonMessages.price(message.getPrice()),
        CommonMessages.price(message.getLimit()),
        CommonMessages.money(message.getValue()),
        CommonMessages.money(message.getValueInBase()),
        CommonMessages.money(message.getCost()),
        message.getReasonCode(),
        message.getReason(),
        message.getContribution(),
        message.getWeightBefore(),
        message.getWeightAfter(),
        message.getWeightTarget());
  }

  private static dev.arduinotrader.contracts.planning.Certificate toProto(Certificate certificate) {
    return dev.arduinotrader.contracts.planning.Certificate.newBuilder()
        .setProven(certificate.proven())
        .setSetsExamined(certificate.setsExamined())
        .setSetsTotal(certificate.setsTotal())
        .setGap(certificate.gap())
        .setCandidates(certificate.candidates())
        .setDepthMax(certificate.depthMax())
        .build();
  }

  private static Certificate certificate(dev.arduinotrader.contracts.planning.Certificate message) {
    return new Certificate(
        message.getProven(),
        message.getSetsExamined(),
        message.getSetsTotal(),
        message.getGap(),
        message.getCandidates(),
        message.getDepthMax());
  }

  private static dev.arduinotrader.contracts.planning.Alternative toProto(Alternative each) {
    return dev.arduinotrader.contracts.planning.Alternative.newBuilder()
        .addAllTrades(each.trades())
        .setScore(each.score())
        .setWhyNot(each.whyNot())
        .build();
  }

  private static Alternative alternative(dev.arduinotrader.contracts.planning.Alternative message) {
    return new Alternative(message.getTradesList(), message.getScore(), message.getWhyNot());
  }

  private static dev.arduinotrader.contracts.planning.RejectedCandidate toProto(
      RejectedCandidate each) {
    return dev.arduinotrader.contracts.planning.RejectedCandidate.newBuilder()
        .setIsin(each.isin().value())
        .setSymbol(each.symbol())
        .setCode(each.code())
        .setReason(each.reason())
        .build();
  }

  private static RejectedCandidate rejected(
      dev.arduinotrader.contracts.planning.RejectedCandidate message) {
    return new RejectedCandidate(
        Isin.of(message.getIsin()), message.getSymbol(), message.getCode(), message.getReason());
  }

  private static dev.arduinotrader.contracts.planning.TargetGap toProto(TargetGap gap) {
    return dev.arduinotrader.contracts.planning.TargetGap.newBuilder()
        .setIsin(gap.isin().value())
        .setSymbol(gap.symbol())
        .setWeightNow(gap.weightNow())
        .setWeightTarget(gap.weightTarget())
        .setScore(gap.score())
        .build();
  }

  private static TargetGap target(dev.arduinotrader.contracts.planning.TargetGap message) {
    return new TargetGap(
        Isin.of(message.getIsin()),
        message.getSymbol(),
        message.getWeightNow(),
        message.getWeightTarget(),
        message.getScore());
  }
}
