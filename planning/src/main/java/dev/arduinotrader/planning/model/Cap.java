package dev.arduinotrader.planning.model;

/** The most that a trade may be worth by one rule, and the rule's numbers. */
record Cap(Rule rule, double value, String reason) {}
