package dev.arduinotrader.universe;

import dev.arduinotrader.kernel.market.Isin;

/** The wish to see what a source says about a security. */
public record TestSource(String source, Isin isin) {}
