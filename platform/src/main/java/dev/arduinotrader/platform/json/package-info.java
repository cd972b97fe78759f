/** JSON as this project writes it: money as strings, instants in UTC. */
@NullMarked
package dev.arduinotrader.platform.json;

import org.jspecify.annotations.NullMarked;
