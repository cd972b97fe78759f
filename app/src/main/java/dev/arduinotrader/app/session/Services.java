package dev.arduinotrader.app.session;

import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseService;

/** The services that commands talk to, wherever they are. */
public record Services(
    UniverseService universe,
    PortfolioService portfolio,
    TradingService trading,
    GatewayService gateway) {}
