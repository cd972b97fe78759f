/** The portfolio service on the wire, both ways. */
@NullMarked
package dev.arduinotrader.portfolio.grpc;

import org.jspecify.annotations.NullMarked;
