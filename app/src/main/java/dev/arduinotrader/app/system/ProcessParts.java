package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.figures.ProcessFigures;
import dev.arduinotrader.platform.health.DeploymentEpochs;
import dev.arduinotrader.platform.health.ProcessSelf;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.time.TraderClock;
import java.util.function.Supplier;

/** What a process has once. */
record ProcessParts(
    TraderClock clock,
    Ids ids,
    Supplier<ProcessFigures> figures,
    HighWater highWater,
    DeploymentEpochs epochs,
    ProcessSelf self) {}
