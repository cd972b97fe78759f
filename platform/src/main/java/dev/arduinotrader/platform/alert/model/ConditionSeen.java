package dev.arduinotrader.platform.alert.model;

/**
 * Something that either is so or is not, looked at now; what could not be looked at is left out.
 *
 * @param rule what it is about
 * @param subject whom it is about: a device or an account
 * @param holds whether it is worth an alert
 * @param text what was seen, for people
 */
public record ConditionSeen(AlertRule rule, String subject, boolean holds, String text) {}
