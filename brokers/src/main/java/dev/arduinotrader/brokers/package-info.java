/** Wire clients of real brokers: transport, signing, pacing and parsing. */
@NullMarked
package dev.arduinotrader.brokers;

import org.jspecify.annotations.NullMarked;
