/** Device and service configuration: read from YAML, validated as a whole, every fault located. */
@NullMarked
package dev.arduinotrader.platform.config;

import org.jspecify.annotations.NullMarked;
