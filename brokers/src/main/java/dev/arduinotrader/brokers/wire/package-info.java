/** What all HTTP sources share: sending within a time limit, pacing, and trying again. */
@NullMarked
package dev.arduinotrader.brokers.wire;

import org.jspecify.annotations.NullMarked;
