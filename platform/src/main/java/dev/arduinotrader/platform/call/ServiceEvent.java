package dev.arduinotrader.platform.call;

import dev.arduinotrader.kernel.id.AccountId;
import java.time.Instant;

/**
 * One entry of a service's numbered event log, written with the change that it tells of.
 *
 * @param sequence 1, 2, 3, ... without gaps, per service
 * @param account the account concerned, or {@link AccountId#SHARED}
 * @param at when it happened
 * @param kind such as {@code ORDER_FILLED}
 * @param summary one sentence for a person
 * @param detailsJson the facts as a JSON object
 */
public record ServiceEvent(
    long sequence,
    AccountId account,
    Instant at,
    String kind,
    String summary,
    String detailsJson) {}
