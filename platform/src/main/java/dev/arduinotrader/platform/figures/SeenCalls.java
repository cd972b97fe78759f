package dev.arduinotrader.platform.figures;

import dev.arduinotrader.platform.metrics.CallSide;
import dev.arduinotrader.platform.metrics.MethodFigures;

/**
 * The calls of one method, seen from one side of one process.
 *
 * @param service the service's key, such as {@code planning}
 * @param method such as {@code CreatePlan}
 */
public record SeenCalls(String service, String method, CallSide side, MethodFigures figures) {}
