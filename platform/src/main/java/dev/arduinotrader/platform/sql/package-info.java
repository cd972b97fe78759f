/** State on disk: a database per owning store, SQLite files or schemas of a PostgreSQL. */
@NullMarked
package dev.arduinotrader.platform.sql;

import org.jspecify.annotations.NullMarked;
