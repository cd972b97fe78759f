package dev.arduinotrader.optimization;

class LocalOptimizationTest extends OptimizationContract {
  private final OptimizationService service = local();

  @Override
  OptimizationService service() {
    return service;
  }
}
