package dev.arduinotrader.trading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The broker as trading sees it.
 *
 * @param name such as paper
 * @param connected whether the last question was answered
 * @param lastAnswerAt null before the first
 */
public record BrokerStatus(
    String name, boolean connected, String detail, @Nullable Instant lastAnswerAt) {}
