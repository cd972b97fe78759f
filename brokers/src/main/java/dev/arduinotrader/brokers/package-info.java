/** Wire clients of real brokers: transport, signing, pacing and parsing; none exists yet. */
@NullMarked
package dev.arduinotrader.brokers;

import org.jspecify.annotations.NullMarked;
