package dev.arduinotrader.portfolio;

import dev.arduinotrader.kernel.market.Isin;
import dev.arduinotrader.kernel.market.Quantity;
import dev.arduinotrader.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units of one lot that went.
 *
 * @param saleId the source id of what took them
 * @param lotId the lot that they came from; empty when no purchase explains them yet
 * @param quantity above zero
 * @param acquiredAt null when nobody knows
 * @param cost what they had cost, null when nobody knows
 * @param commissionIn the part of the cost that was commission
 * @param proceeds what they brought before commission
 * @param commissionOut what the sale's commission takes, in its own currency
 */
public record Disposal(
    String saleId,
    String lotId,
    Isin isin,
    Quantity quantity,
    @Nullable Instant acquiredAt,
    Instant disposedAt,
    @Nullable Money cost,
    Money commissionIn,
    Money proceeds,
    Money commissionOut) {}
