package dev.arduinotrader.app.session;

import dev.arduinotrader.gateway.GatewayService;
import dev.arduinotrader.platform.call.TraderService;
import dev.arduinotrader.platform.config.ServiceName;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.TradingService;
import dev.arduinotrader.universe.UniverseService;
import java.util.EnumMap;
import java.util.Map;

/** The services that commands talk to, wherever they are. */
public record Services(
    UniverseService universe,
    PortfolioService portfolio,
    TradingService trading,
    GatewayService gateway) {

  /** The same by name. */
  Map<ServiceName, TraderService> byName() {
    Map<ServiceName, TraderService> named = new EnumMap<>(ServiceName.class);
    named.put(ServiceName.UNIVERSE, universe);
    named.put(ServiceName.PORTFOLIO, portfolio);
    named.put(ServiceName.TRADING, trading);
    named.put(ServiceName.GATEWAY, gateway);
    return named;
  }
}
