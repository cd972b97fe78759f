/** What keeps a failing target from taking its callers along: retry, breaker and bulkhead. */
@NullMarked
package dev.arduinotrader.platform.resilience;

import org.jspecify.annotations.NullMarked;
