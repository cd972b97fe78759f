/** The gRPC ports of the services that this process hosts. */
@NullMarked
package dev.arduinotrader.platform.server;

import org.jspecify.annotations.NullMarked;
