/** What makes cash whole again that has fallen below zero, as pure values. */
@org.jspecify.annotations.NullMarked
package dev.arduinotrader.trading.model.repair;
