package dev.arduinotrader.platform.lifecycle;

/**
 * Something that was started completely.
 *
 * @param value what was started
 * @param lifecycle stops it
 */
public record Running<A>(A value, Lifecycle lifecycle) {}
