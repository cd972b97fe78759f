/** State on disk: one SQLite file per owning service. */
@NullMarked
package dev.arduinotrader.platform.sql;

import org.jspecify.annotations.NullMarked;
