/** Between gRPC and the services: calls, errors and common messages, both ways. */
@NullMarked
package dev.arduinotrader.platform.grpc;

import org.jspecify.annotations.NullMarked;
