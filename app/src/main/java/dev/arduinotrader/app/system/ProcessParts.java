package dev.arduinotrader.app.system;

import dev.arduinotrader.platform.health.DeploymentEpochs;
import dev.arduinotrader.platform.health.ProcessSelf;
import dev.arduinotrader.platform.id.Ids;
import dev.arduinotrader.platform.lock.HighWater;
import dev.arduinotrader.platform.metrics.CallMetrics;
import dev.arduinotrader.platform.time.TraderClock;

/** What a process has once. */
record ProcessParts(
    TraderClock clock,
    Ids ids,
    CallMetrics metrics,
    HighWater highWater,
    DeploymentEpochs epochs,
    ProcessSelf self) {}
