/** Tests of what the platform does with a PostgreSQL. */
@NullMarked
package dev.arduinotrader.testkit;

import org.jspecify.annotations.NullMarked;
