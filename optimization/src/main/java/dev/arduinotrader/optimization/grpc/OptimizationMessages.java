package dev.arduinotrader.optimization.grpc;

import static java.util.Objects.requireNonNull;

import dev.arduinotrader.contracts.optimization.OptimizeAllocationRequest;
import dev.arduinotrader.contracts.optimization.OptimizeAllocationResponse;
import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.money.Currency;
import dev.arduinotrader.optimization.Allocation;
import dev.arduinotrader.optimization.AllocationRequest;
import dev.arduinotrader.optimization.AssetBounds;
import dev.arduinotrader.optimization.CovarianceEstimator;
import dev.arduinotrader.optimization.Excluded;
import dev.arduinotrader.optimization.GroupWeight;
import dev.arduinotrader.optimization.OptimizationParameters;
import dev.arduinotrader.optimization.TargetWeight;
import dev.arduinotrader.platform.grpc.FieldReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of optimization and the domain's records, both ways. */
final class OptimizationMessages {
  private OptimizationMessages() {}

  static OptimizeAllocationRequest toProto(AllocationRequest request) {
    OptimizeAllocationRequest.Builder message =
        OptimizeAllocationRequest.newBuilder()
            .setBaseCurrency(request.baseCurrency().code())
            .setInvestedWeight(request.investedWeight())
            .setParameters(toProto(request.parameters()));
    for (AssetBounds asset : request.assets()) {
      message.addAssets(
          dev.arduinotrader.contracts.optimization.AssetBounds.newBuilder()
              .setIsin(asset.isin().value())
              .setMinimumWeight(asset.minimumWeight())
              .setMaximumWeight(asset.maximumWeight()));
    }
    for (GroupWeight group : request.groups()) {
      message.addGroups(
          dev.arduinotrader.contracts.optimization.GroupWeight.newBuilder()
              .setName(group.name())
              .addAllMemberIsins(group.members().stream().map(Isin::value).toList())
              .setWeight(group.weight()));
    }
    return message.build();
  }

  static AllocationRequest request(OptimizeAllocationRequest message) {
    FieldReader fields = new FieldReader();
    List<AssetBounds> assets = new ArrayList<>(message.getAssetsCount());
    for (int i = 0; i < message.getAssetsCount(); i++) {
      AssetBounds asset = asset(fields, "assets[" + i + "]", message.getAssets(i));
      if (asset != null) {
        assets.add(asset);
      }
    }
    List<GroupWeight> groups = new ArrayList<>(message.getGroupsCount());
    for (int i = 0; i < message.getGroupsCount(); i++) {
      GroupWeight group = group(fields, "groups[" + i + "]", message.getGroups(i));
      if (group != null) {
        groups.add(group);
      }
    }
    Currency currency = fields.currency("base_currency", message.getBaseCurrency());
    OptimizationParameters parameters =
        message.hasParameters()
            ? parameters(fields, message.getParameters())
            : OptimizationParameters.DEFAULT;
    return fields.build(
        () ->
            new AllocationRequest(
                assets,
                requireNonNull(currency),
                message.getInvestedWeight(),
                requireNonNull(parameters),
                groups));
  }

  private static @Nullable GroupWeight group(
      FieldReader fields,
      String place,
      dev.arduinotrader.contracts.optimization.GroupWeight message) {
    return fields.read(
        place,
        () ->
            new GroupWeight(
                message.getName(),
                message.getMemberIsinsList().stream().map(Isin::of).toList(),
                message.getWeight()));
  }

  private static @Nullable AssetBounds asset(
      FieldReader fields,
      String place,
      dev.arduinotrader.contracts.optimization.AssetBounds message) {
    Isin isin = fields.isin(place + ".isin", message.getIsin());
    return isin == null
        ? null
        : fields.read(
            place,
            () -> new AssetBounds(isin, message.getMinimumWeight(), message.getMaximumWeight()));
  }

  private static dev.arduinotrader.contracts.optimization.OptimizationParameters toProto(
      OptimizationParameters parameters) {
    return dev.arduinotrader.contracts.optimization.OptimizationParameters.newBuilder()
        .setBlend(parameters.blend())
        .setHistoryBars(parameters.historyBars())
        .setEstimator(toProto(parameters.estimator()))
        .build();
  }

  private static @Nullable OptimizationParameters parameters(
      FieldReader fields, dev.arduinotrader.contracts.optimization.OptimizationParameters message) {
    CovarianceEstimator estimator =
        fields.read("parameters.estimator", () -> estimator(message.getEstimator()));
    return estimator == null
        ? null
        : fields.read(
            "parameters",
            () ->
                new OptimizationParameters(
                    message.getBlend(), message.getHistoryBars(), estimator));
  }

  private static dev.arduinotrader.contracts.optimization.CovarianceEstimator toProto(
      CovarianceEstimator estimator) {
    return switch (estimator) {
      case SAMPLE ->
          dev.arduinotrader.contracts.optimization.CovarianceEstimator.COVARIANCE_ESTIMATOR_SAMPLE;
      case LEDOIT_WOLF ->
          dev.arduinotrader.contracts.optimization.CovarianceEstimator
              .COVARIANCE_ESTIMATOR_LEDOIT_WOLF;
    };
  }

  private static CovarianceEstimator estimator(
      dev.arduinotrader.contracts.optimization.CovarianceEstimator message) {
    return switch (message) {
      case COVARIANCE_ESTIMATOR_SAMPLE -> CovarianceEstimator.SAMPLE;
      case COVARIANCE_ESTIMATOR_LEDOIT_WOLF -> CovarianceEstimator.LEDOIT_WOLF;
      case COVARIANCE_ESTIMATOR_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("expected an estimator, found " + message);
    };
  }

  static OptimizeAllocationResponse toProto(Allocation allocation) {
    dev.arduinotrader.contracts.optimization.Allocation.Builder message =
        dev.arduinotrader.contracts.optimization.Allocation.newBuilder()
            .setAnnualVolatility(allocation.annualVolatility())
            .setShrinkage(allocation.shrinkage())
            .setObservations(allocation.observations())
            .setKktResidual(allocation.kktResidual())
            .setIterations(allocation.iterations())
            .setNote(allocation.note());
    for (TargetWeight target : allocation.targets()) {
      message.addTargets(
          dev.arduinotrader.contracts.optimization.TargetWeight.newBuilder()
              .setIsin(target.isin().value())
              .setWeight(target.weight())
              .setMinimumVarianceWeight(target.minimumVarianceWeight())
              .setRiskParityWeight(target.riskParityWeight()));
    }
    for (Excluded excluded : allocation.excluded()) {
      message.addExcluded(
          dev.arduinotrader.contracts.optimization.Excluded.newBuilder()
              .setIsin(excluded.isin().value())
              .setReason(excluded.reason()));
    }
    return OptimizeAllocationResponse.newBuilder().setAllocation(message).build();
  }

  static Allocation allocation(OptimizeAllocationResponse response) {
    dev.arduinotrader.contracts.optimization.Allocation message = response.getAllocation();
    return new Allocation(
        message.getTargetsList().stream()
            .map(
                target ->
                    new TargetWeight(
                        Isin.of(target.getIsin()),
                        target.getWeight(),
                        target.getMinimumVarianceWeight(),
                        target.getRiskParityWeight()))
            .toList(),
        message.getExcludedList().stream()
            .map(excluded -> new Excluded(Isin.of(excluded.getIsin()), excluded.getReason()))
            .toList(),
        message.getAnnualVolatility(),
        message.getShrinkage(),
        message.getObservations(),
        message.getKktResidual(),
        message.getIterations(),
        message.getNote());
  }
}
