package dev.arduinotrader.trading.desk;

import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.time.TraderClock;
import dev.arduinotrader.portfolio.PortfolioService;
import dev.arduinotrader.trading.broker.Broker;
import dev.arduinotrader.trading.store.TradingStore;
import dev.arduinotrader.universe.UniverseService;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * What the desk works with.
 *
 * @param haltFile no order leaves while it exists
 * @param outdated no order leaves while another process runs by a newer deployment epoch
 */
public record DeskTools(
    TradingStore store,
    Broker broker,
    PortfolioService portfolio,
    UniverseService universe,
    TraderClock clock,
    Ids ids,
    Path haltFile,
    FaultPoints faults,
    BooleanSupplier outdated) {}
