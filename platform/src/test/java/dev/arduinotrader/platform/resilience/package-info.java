/** Tests of retry, breaker and bulkhead. */
@NullMarked
package dev.arduinotrader.platform.resilience;

import org.jspecify.annotations.NullMarked;
