package dev.arduinotrader.gateway;

import dev.arduinotrader.planning.PlanningService;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseService;

/** The services that the gateway calls, as this process reaches them. */
public record GatewayNeighbours(
    UniverseService universe,
    PortfolioService portfolio,
    PlanningService planning,
    TradingService trading) {}
