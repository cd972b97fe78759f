package dev.arduinotrader.planning;

import dev.arduinotrader.portfolio.Snapshot;

/** The state to plan from, complete: policy, prices, holdings, cash and open orders. */
public record PlanRequest(Snapshot snapshot) {}
