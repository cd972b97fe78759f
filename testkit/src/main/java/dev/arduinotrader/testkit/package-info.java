/** Hand-written fakes and bases of test suites that several modules use. */
@NullMarked
package dev.arduinotrader.testkit;

import org.jspecify.annotations.NullMarked;
