package dev.arduinotrader.trading.desk;

import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.store.TradingStore;
import dev.arduinotrader.universe.UniverseService;
import java.nio.file.Path;

/**
 * What the desk works with.
 *
 * @param haltFile no order leaves while it exists
 */
public record DeskTools(
    TradingStore store,
    Broker broker,
    PortfolioService portfolio,
    UniverseService universe,
    TraderClock clock,
    Ids ids,
    Path haltFile,
    FaultPoints faults) {}
