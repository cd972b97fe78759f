package dev.arduinotrader.gateway.cycle;

import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseService;

/** The services that a cycle calls. */
public record CycleServices(
    UniverseService universe,
    PortfolioService portfolio,
    PlanningService planning,
    TradingService trading) {}
