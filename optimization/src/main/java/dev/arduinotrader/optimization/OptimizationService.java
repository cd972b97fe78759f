package dev.arduinotrader.optimization;

import dev.arduinotrader.kernel.result.Result;
import dev.arduinotrader.platform.call.CallContext;
import dev.arduinotrader.platform.call.TraderService;

/** Computes target weights; a pure function of stored prices, the request and the time. */
public interface OptimizationService extends TraderService {
  /**
   * The target weights of the blend of minimum variance and hierarchical risk parity within the
   * bounds. FAILED_PRECONDITION naming the bounds when no weights can satisfy them.
   */
  Result<Allocation> optimizeAllocation(CallContext context, AllocationRequest request);
}
