package dev.arduinotrader.gateway;

import dev.arduinotrader.planning.Plan;
import java.time.Instant;

/**
 * A plan as it was made, and what was decided about it.
 *
 * @param number 1, 2, 3, ... per account
 * @param decision such as EXECUTED STEP 1, HELD BACK: HALTED, DRY RUN
 */
public record ArchivedPlan(
    long number, String cycleId, Instant archivedAt, String decision, Plan plan) {}
