package dev.arduinotrader.app.system;

import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.optimization.OptimizationService;
import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.scoring.ScoringService;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseService;
import java.util.EnumMap;
import java.util.Map;

/** All seven services as callers in this process see them. */
record ServiceSet(
    PlanningService planning,
    ScoringService scoring,
    OptimizationService optimization,
    PortfolioService portfolio,
    TradingService trading,
    UniverseService universe,
    GatewayService gateway) {

  /** The same by name, in the order of their ports. */
  Map<ServiceName, TraderService> byName() {
    Map<ServiceName, TraderService> services = new EnumMap<>(ServiceName.class);
    services.put(ServiceName.PLANNING, planning);
    services.put(ServiceName.SCORING, scoring);
    services.put(ServiceName.OPTIMIZATION, optimization);
    services.put(ServiceName.PORTFOLIO, portfolio);
    services.put(ServiceName.TRADING, trading);
    services.put(ServiceName.UNIVERSE, universe);
    services.put(ServiceName.GATEWAY, gateway);
    return services;
  }
}
