/** Tries what travels. */
@NullMarked
package dev.arduinotrader.universe.grpc;

import org.jspecify.annotations.NullMarked;
