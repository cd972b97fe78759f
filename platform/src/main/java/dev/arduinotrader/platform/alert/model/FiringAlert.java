package dev.arduinotrader.platform.alert.model;

import java.time.Instant;

/**
 * Something that is wrong now.
 *
 * @param since when the rule first held
 * @param text the numbers at that moment, for people
 */
public record FiringAlert(AlertRule rule, String service, Instant since, String text) {}
