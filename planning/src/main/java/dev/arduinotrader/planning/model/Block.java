package dev.arduinotrader.planning.model;

/** A rule that keeps a security from being traded whatever its weight, with the numbers. */
record Block(Rule rule, String reason) {}
